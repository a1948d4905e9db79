// ICU renames its C functions by macros (`ubrk_open` is `ubrk_open_72`), which Swift cannot see. Each function that
// we need is wrapped here under a name of our own; the importer compiles and inlines the wrappers.
#ifndef SVODKA_CICU_SHIM_H
#define SVODKA_CICU_SHIM_H

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

static inline __attribute__((always_inline)) UBreakIterator *icu_openRules(
    const UChar *rules, int32_t length, UParseError *where, UErrorCode *status) {
  return ubrk_openRules(rules, length, NULL, 0, where, status);
}

#endif
