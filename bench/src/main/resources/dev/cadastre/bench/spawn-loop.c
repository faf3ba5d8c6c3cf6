/* spawn-loop THREADS SECONDS PROGRAM [ARGUMENT...]: how often a second PROGRAM runs, its output read. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char **command;
static double deadline;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void run(void) {
    static char *environment[] = {"LC_ALL=C", "PATH=/usr/bin:/bin", NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    char text[65536];
    int ends[2], status;
    pid_t process;
    if (pipe2(ends, O_CLOEXEC)) exit(2);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    if (posix_spawn(&process, command[0], &actions, &attributes, command, environment)) exit(2);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    while (read(ends[0], text, sizeof text) > 0) {}
    close(ends[0]);
    if (waitpid(process, &status, 0) != process || status != 0) exit(2);
}

static void *loop(void *count) {
    while (now() < deadline) {
        run();
        ++*(long *)count;
    }
    return NULL;
}

int main(int argc, char **argv) {
    int threads = argc > 3 ? atoi(argv[1]) : 0;
    if (threads < 1 || threads > 64) return 2;
    pthread_t started[64];
    long counts[64] = {0}, all = 0;
    double start = now(), seconds = atof(argv[2]);
    command = argv + 3;
    deadline = start + seconds;
    for (int i = 0; i < threads; i++) pthread_create(&started[i], NULL, loop, &counts[i]);
    for (int i = 0; i < threads; i++) pthread_join(started[i], NULL), all += counts[i];
    printf("%f\n", all / (now() - start));
    return 0;
}
