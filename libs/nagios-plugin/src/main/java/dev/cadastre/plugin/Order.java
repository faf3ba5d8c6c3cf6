package dev.cadastre.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a launcher tells a worker. */
sealed interface Order {
    /**
     * More than any order is long: Linux takes 6 MB of arguments and environment at most, whatever
     * its limits.
     */
    int LONGEST = 8 * 1024 * 1024;

    /** More output than this is not kept of a run by a worker, whatever its limit is. */
    int MOST_KEPT = 256 * 1024 * 1024;

    /** The first one: whose rights to take, and how to run what follows. */
    record Serve(Account account, int concurrency, Duration grace) implements Order {}

    /** To run a command, whose account is not told: it is the worker's. */
    record Launch(
            long id,
            List<String> arguments,
            Map<String, String> environment,
            String directory,
            Duration timeLimit,
            int outputLimit)
            implements Order {

        static Launch of(long id, PluginCommand command) {
            return new Launch(
                    id,
                    command.arguments(),
                    command.environment(),
                    command.directory().toString(),
                    command.timeLimit(),
                    Math.min(command.outputLimit(), MOST_KEPT));
        }

        /**
         * The command for the worker, which is the account's already.
         *
         * @throws IllegalArgumentException if it is none, or no path to the worker, which it is
         *     with other letters than ASCII where there is no locale C.UTF-8
         */
        PluginCommand command(Account account) {
            return new PluginCommand(
                    arguments,
                    environment,
                    Path.of(directory),
                    timeLimit,
                    outputLimit,
                    Optional.of(account));
        }
    }

    /** To end a run, if it is not at its end. */
    record Cancel(long id) implements Order {}

    /** To say that it listens. */
    record Ping() implements Order {}

    /** The whole frame. */
    default byte[] frame() {
        return switch (this) {
            case Serve(Account account, int concurrency, Duration grace) -> {
                FrameWriter writer = new FrameWriter(0);
                writer.add(account.name()).addInt(account.user()).addInt(account.group());
                writer.addAll(account.groups(), writer::addInt);
                yield writer.addInt(concurrency).add(grace).frame();
            }
            case Launch launch -> frame(launch);
            case Cancel(long id) -> new FrameWriter(2).addLong(id).frame();
            case Ping() -> new FrameWriter(3).frame();
        };
    }

    private static byte[] frame(Launch launch) {
        FrameWriter writer = new FrameWriter(1).addLong(launch.id);
        writer.addAll(launch.arguments, writer::add);
        writer.addAll(
                launch.environment.entrySet(),
                variable -> writer.add(variable.getKey()).add(variable.getValue()));
        writer.add(launch.directory).add(launch.timeLimit);
        return writer.addInt(launch.outputLimit).frame();
    }

    /** Reads what {@link #frame} wrote. */
    static Order read(FrameReader frame) throws FrameException {
        int kind = frame.small();
        Order order =
                switch (kind) {
                    case 0 -> new Serve(account(frame), frame.number(), frame.duration());
                    case 1 -> launch(frame);
                    case 2 -> new Cancel(frame.longNumber());
                    case 3 -> new Ping();
                    default -> throw new FrameException("an order of kind " + kind);
                };
        frame.end();
        return order;
    }

    private static Account account(FrameReader frame) throws FrameException {
        return new Account(frame.text(), frame.number(), frame.number(), frame.list(frame::number));
    }

    private static Launch launch(FrameReader frame) throws FrameException {
        return new Launch(
                frame.longNumber(),
                frame.list(frame::text),
                frame.texts(),
                frame.text(),
                frame.duration(),
                frame.number());
    }
}
