// ICU renames its C functions by macros (`ubrk_open` is `ubrk_open_72`), which Swift cannot see. Each function that
// we need is wrapped here under a name of our own; the importer compiles and inlines the wrappers.
//
// ICU's own headers stay out: Foundation on Linux brings a second ICU whose types have the same names and other
// contents, and a program that imports both does not compile. Only the macros for the names are taken from there; the
// prototypes below repeat ICU's stable C interface (ubrk.h, uchar.h, utypes.h, parseerr.h).
#ifndef SVODKA_CICU_SHIM_H
#define SVODKA_CICU_SHIM_H

#include <stdbool.h>
#include <stdint.h>
#include <unicode/uvernum.h>

/// ICU's `UParseError`.
typedef struct {
  int32_t line;
  int32_t offset;
  uint16_t before[16];
  uint16_t after[16];
} icu_place;

#define SVODKA_ICU(name) U_ICU_ENTRY_POINT_RENAME(name)

void *SVODKA_ICU(ubrk_openRules)(
    const uint16_t *, int32_t, const uint16_t *, int32_t, icu_place *, int32_t *);
void *SVODKA_ICU(ubrk_openBinaryRules)(
    const uint8_t *, int32_t, const uint16_t *, int32_t, int32_t *);
int32_t SVODKA_ICU(ubrk_getBinaryRules)(void *, uint8_t *, int32_t, int32_t *);
void *SVODKA_ICU(ubrk_open)(int, const char *, const uint16_t *, int32_t, int32_t *);
void SVODKA_ICU(ubrk_close)(void *);
void SVODKA_ICU(ubrk_setText)(void *, const uint16_t *, int32_t, int32_t *);
int32_t SVODKA_ICU(ubrk_next)(void *);
int32_t SVODKA_ICU(ubrk_getRuleStatus)(void *);
const char *SVODKA_ICU(u_errorName)(int32_t);
void *SVODKA_ICU(ucptrie_openFromBinary)(int, int, const void *, int32_t, int32_t *, int32_t *);
void SVODKA_ICU(ucptrie_close)(void *);
uint32_t SVODKA_ICU(ucptrie_get)(const void *, int32_t);
int8_t SVODKA_ICU(u_isUUppercase)(int32_t);
int8_t SVODKA_ICU(u_istitle)(int32_t);
int8_t SVODKA_ICU(u_isULowercase)(int32_t);
int8_t SVODKA_ICU(u_isalpha)(int32_t);

#define SVODKA_INLINE static inline __attribute__((always_inline))

/// A break iterator over rules, or null with an error in `status` and its place.
SVODKA_INLINE void *icu_openRules(
    const uint16_t *rules, int32_t length, icu_place *place, int32_t *status) {
  return SVODKA_ICU(ubrk_openRules)(rules, length, 0, 0, place, status);
}

/// A break iterator over rules that this version of ICU compiled, which must outlive it.
SVODKA_INLINE void *icu_openCompiledRules(
    const uint8_t *rules, int32_t length, int32_t *status) {
  return SVODKA_ICU(ubrk_openBinaryRules)(rules, length, 0, 0, status);
}

/// Writes the compiled rules of an iterator and returns their number of bytes, also where there is no room.
SVODKA_INLINE int32_t icu_compiledRules(
    void *breaks, uint8_t *rules, int32_t capacity, int32_t *status) {
  return SVODKA_ICU(ubrk_getBinaryRules)(breaks, rules, capacity, status);
}

/// The version of ICU, as its headers and its library state it.
SVODKA_INLINE uint32_t icu_version(void) {
  return U_ICU_VERSION_MAJOR_NUM * 100 + U_ICU_VERSION_MINOR_NUM;
}

/// ICU's own iterator over words, which benchmarks are measured against.
SVODKA_INLINE void *icu_openWords(int32_t *status) {
  return SVODKA_ICU(ubrk_open)(1, "", 0, 0, status);
}

SVODKA_INLINE void icu_closeBreaks(void *breaks) { SVODKA_ICU(ubrk_close)(breaks); }

SVODKA_INLINE void icu_setText(
    void *breaks, const uint16_t *text, int32_t length, int32_t *status) {
  SVODKA_ICU(ubrk_setText)(breaks, text, length, status);
}

/// The next boundary, or -1 at the end.
SVODKA_INLINE int32_t icu_nextBreak(void *breaks) { return SVODKA_ICU(ubrk_next)(breaks); }

SVODKA_INLINE int32_t icu_breakStatus(void *breaks) {
  return SVODKA_ICU(ubrk_getRuleStatus)(breaks);
}

/// A stored trie of any type over bytes that must outlive it, or null with an error in `status`.
SVODKA_INLINE void *icu_openTrie(const void *bytes, int32_t length, int32_t *status) {
  return SVODKA_ICU(ucptrie_openFromBinary)(-1, -1, bytes, length, 0, status);
}

SVODKA_INLINE void icu_closeTrie(void *trie) { SVODKA_ICU(ucptrie_close)(trie); }

/// The value of a trie for a scalar.
SVODKA_INLINE uint32_t icu_trieValue(const void *trie, uint32_t scalar) {
  return SVODKA_ICU(ucptrie_get)(trie, (int32_t)scalar);
}

/// The name of an error; errors are above 0, warnings below.
SVODKA_INLINE const char *icu_errorName(int32_t status) { return SVODKA_ICU(u_errorName)(status); }

SVODKA_INLINE bool icu_isUpper(uint32_t scalar) {
  return SVODKA_ICU(u_isUUppercase)((int32_t)scalar) || SVODKA_ICU(u_istitle)((int32_t)scalar);
}

SVODKA_INLINE bool icu_isLower(uint32_t scalar) {
  return SVODKA_ICU(u_isULowercase)((int32_t)scalar);
}

SVODKA_INLINE bool icu_isLetter(uint32_t scalar) { return SVODKA_ICU(u_isalpha)((int32_t)scalar); }

#endif
