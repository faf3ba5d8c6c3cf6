package dev.cadastre.plugin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The processes of a session, by what /proc says. Only who was started in a session is in it, so
 * that a worker cannot have others ended than its own. The leader has to be a child of this process
 * that is not reaped yet: until then, no other session can have its number.
 *
 * @param leader whose session it is; it is never signalled here
 */
record SessionMembers(int leader) {
    private static final Path PROCESSES = Path.of("/proc");

    /** Whoever starts others faster than they are found is not followed for ever. */
    private static final int MOST_ROUNDS = 50;

    /**
     * Where a process belongs.
     *
     * @param alive whether its first thread is; others may be if it is not
     */
    record Place(boolean alive, int group, int session) {
        private static final int STATE = 0;
        private static final int GROUP = 2;
        private static final int SESSION = 3;

        /** Reads a file {@code stat}, in which the program's name may hold anything. */
        static Place parse(String stat) {
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return new Place(
                    !fields[STATE].equals("Z"),
                    Integer.parseInt(fields[GROUP]),
                    Integer.parseInt(fields[SESSION]));
        }
    }

    /** Ends those of a group, but never the leader. */
    void end(int group) {
        end(place -> place.group() == group);
    }

    /** Ends all but the leader. */
    void end() {
        int rounds = 0;
        while (end(_ -> true) && rounds < MOST_ROUNDS) {
            rounds++;
        }
    }

    /** Tells whether there were any that were more than an exit code. */
    private boolean end(Predicate<Place> wanted) {
        boolean any = false;
        try (Arena arena = Arena.ofConfined();
                DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            SystemCalls calls = new SystemCalls(arena);
            for (Path process : processes) {
                int number = Integer.parseInt(process.getFileName().toString());
                Optional<Place> place = place(process).filter(wanted);
                if (number != leader && place.isPresent()) {
                    end(calls, process, number, wanted);
                    any |= place.get().alive();
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Then nobody is found.
        }
        return any;
    }

    private void end(SystemCalls calls, Path process, int number, Predicate<Place> wanted) {
        int descriptor = calls.processDescriptor(number);
        if (descriptor < 0) {
            return;
        }
        // The number is that of the same process before and after, or the signal goes nowhere.
        if (place(process).filter(wanted).isPresent()) {
            calls.signalDescriptor(descriptor, SystemCalls.SIGKILL);
        }
        SystemCalls.close(descriptor);
    }

    /** Empty for who is not in the session, or has ended. */
    private Optional<Place> place(Path process) {
        try {
            // A program may call itself what is not UTF-8.
            Place place = Place.parse(Files.readString(process.resolve("stat"), ISO_8859_1));
            return Optional.of(place).filter(it -> it.session() == leader);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
