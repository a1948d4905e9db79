// Makes one call to the system fail, or all calls from one on: preloaded into a run that is to lose nothing.
//
// FAULT_UNDER  the folder; calls that concern a file in it are counted, from 1
// FAULT_AT     the call that fails; 0 for none
// FAULT_MODE   error: with FAULT_ERRNO, once; from: all calls from that one on; short: half a write or read
// FAULT_LOG    the file that the number of calls is written to at the end

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_int calls;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static int is_under(const char *path) {
  const char *folder = getenv("FAULT_UNDER");
  return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_under_fd(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t count = readlink(link, path, sizeof path - 1);
  if (count < 0) return 0;
  path[count] = 0;
  return is_under(path);
}

// 0 for a call that goes through, 1 for one that fails, 2 for one that does half.
static int fate(int counts) {
  if (!counts) return 0;
  int number = atomic_fetch_add(&calls, 1) + 1;
  const char *at = getenv("FAULT_AT"), *mode = getenv("FAULT_MODE"), *code = getenv("FAULT_ERRNO");
  int from = at ? atoi(at) : 0;
  if (!from || !mode || number < from || (number > from && strcmp(mode, "from"))) return 0;
  if (!strcmp(mode, "short")) return 2;
  errno = code ? atoi(code) : EIO;
  return 1;
}

__attribute__((destructor)) static void report(void) {
  const char *log = getenv("FAULT_LOG");
  FILE *file = log ? fopen(log, "w") : 0;
  if (!file) return;
  fprintf(file, "%d\n", atomic_load(&calls));
  fclose(file);
}

static int open_named(const char *name, const char *path, int flags, mode_t mode) {
  if (fate(is_under(path)) == 1) return -1;
  return ((int (*)(const char *, int, ...))real(name))(path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
  va_end(list);
  return open_named("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
  va_end(list);
  return open_named("open64", path, flags, mode);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  int what = fate(is_under_fd(fd));
  if (what == 1) return -1;
  return ((ssize_t(*)(int, const void *, size_t))real("write"))(
      fd, bytes, what == 2 && count > 1 ? count / 2 : count);
}

ssize_t read(int fd, void *bytes, size_t count) {
  int what = fate(is_under_fd(fd));
  if (what == 1) return -1;
  return ((ssize_t(*)(int, void *, size_t))real("read"))(
      fd, bytes, what == 2 && count > 1 ? count / 2 : count);
}

int fsync(int fd) { return fate(is_under_fd(fd)) == 1 ? -1 : ((int (*)(int))real("fsync"))(fd); }

int ftruncate(int fd, off_t size) {
  return fate(is_under_fd(fd)) == 1 ? -1 : ((int (*)(int, off_t))real("ftruncate"))(fd, size);
}

int flock(int fd, int how) {
  return fate(is_under_fd(fd)) == 1 ? -1 : ((int (*)(int, int))real("flock"))(fd, how);
}

int rename(const char *from, const char *to) {
  return fate(is_under(to)) == 1 ? -1 : ((int (*)(const char *, const char *))real("rename"))(from, to);
}

int unlink(const char *path) {
  return fate(is_under(path)) == 1 ? -1 : ((int (*)(const char *))real("unlink"))(path);
}
