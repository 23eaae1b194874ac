/* Lets the nth call of one kind that writes fail, or end the process, and counts such calls; preloaded by faults. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { WRITE, SYNC, RENAME, LINK, OPEN, KINDS };

static int armed_kind = -1, armed_error;
static long armed_at, counts[KINDS];

/* From now on the `at`th call of a kind fails with `error`, or ends the process if that is 0; at 0 only counts. */
void faults_arm(int kind, long at, int error)
{
    memset(counts, 0, sizeof counts);
    armed_kind = kind;
    armed_at = at;
    armed_error = error;
}

long faults_count(int kind) { return counts[kind]; }

static int fails(int kind)
{
    if (armed_kind < 0)
        return 0;
    counts[kind]++;
    if (kind != armed_kind || counts[kind] != armed_at)
        return 0;
    if (!armed_error)
        kill(getpid(), SIGKILL);
    errno = armed_error;
    return 1;
}

static int is_file(int descriptor)
{
    struct stat found;
    return descriptor > 2 && !fstat(descriptor, &found) && S_ISREG(found.st_mode);
}

#define NEXT(name) ((__typeof__(name) *)next(&next_##name, #name))
static void *next(void **kept, const char *name) { return *kept ? *kept : (*kept = dlsym(RTLD_NEXT, name)); }

static void *next_write, *next_pwrite, *next_pwrite64, *next_fsync, *next_fdatasync, *next_rename, *next_link, *next_linkat,
    *next_unlink, *next_open, *next_open64;

ssize_t write(int d, const void *b, size_t n)
{
    return is_file(d) && fails(WRITE) ? -1 : NEXT(write)(d, b, n);
}
ssize_t pwrite(int d, const void *b, size_t n, off_t at)
{
    return is_file(d) && fails(WRITE) ? -1 : NEXT(pwrite)(d, b, n, at);
}
ssize_t pwrite64(int d, const void *b, size_t n, off64_t at)
{
    return is_file(d) && fails(WRITE) ? -1 : NEXT(pwrite64)(d, b, n, at);
}
int fsync(int d) { return fails(SYNC) ? -1 : NEXT(fsync)(d); }
int fdatasync(int d) { return fails(SYNC) ? -1 : NEXT(fdatasync)(d); }
int rename(const char *from, const char *to) { return fails(RENAME) ? -1 : NEXT(rename)(from, to); }
int link(const char *from, const char *to) { return fails(LINK) ? -1 : NEXT(link)(from, to); }
int linkat(int a, const char *from, int b, const char *to, int flags)
{
    return fails(LINK) ? -1 : NEXT(linkat)(a, from, b, to, flags);
}
int unlink(const char *path) { return fails(LINK) ? -1 : NEXT(unlink)(path); }

static int mode_of(int flags, va_list more) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(more, int) : 0; }
#define OPENER(name)                                                                                                   \
    int name(const char *path, int flags, ...)                                                                         \
    {                                                                                                                  \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        int mode = mode_of(flags, more);                                                                               \
        va_end(more);                                                                                                  \
        return (flags & (O_WRONLY | O_RDWR)) && fails(OPEN) ? -1 : NEXT(name)(path, flags, mode);                      \
    }
OPENER(open)
OPENER(open64)
