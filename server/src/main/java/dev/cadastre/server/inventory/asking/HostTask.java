package dev.cadastre.server.inventory.asking;

import dev.cadastre.server.dispatch.Dispatch;
import dev.cadastre.server.dispatch.Task;
import dev.cadastre.server.dispatch.TaskResult;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.inventory.Host;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has one host run a script that answers in text. Thread-safe; blocks until it has. */
@Component
public class HostTask {

    private static final int OUTPUT_LIMIT = 1 << 20;
    private static final int SHOWN_ERRORS = 300;

    private final Dispatch dispatch;
    private final Estate estate;

    HostTask(Dispatch dispatch, Estate estate) {
        this.dispatch = dispatch;
        this.estate = estate;
    }

    /** What became of it. */
    public sealed interface Result {

        /** The host ran it; {@code errors} is what it said besides. */
        record Answered(String output, String errors) implements Result {}

        /** The server does not connect to the host. */
        record NoAddress(String reason, @Nullable String remedy) implements Result {}

        /** The host could not be asked. */
        record Failed(String reason, @Nullable String remedy) implements Result {}
    }

    /** Runs it for at most that long. */
    public Result run(Host host, String name, String script, Duration limit) {
        DeclaredHost declared = estate.host(host.name()).orElse(null);
        if (declared == null || !declared.isConnectedTo()) {
            return new Result.NoAddress(
                    "The server does not connect to it.",
                    "Give it an address in the estate to have it asked.");
        }
        return switch (dispatch.run(declared, new Task(name, script, limit, OUTPUT_LIMIT))) {
            case TaskResult.Answered answered ->
                    new Result.Answered(text(answered.output()), answered.errors());
            case TaskResult.Failed failed -> new Result.Failed(failed.reason(), failed.remedy());
        };
    }

    /** Why something else than an answer came, as sentences. */
    public static String unanswered(String errors) {
        String said =
                errors.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(" "));
        return "It did not answer the question."
                + (said.isEmpty()
                        ? ""
                        : " It said: " + said.substring(0, Math.min(said.length(), SHOWN_ERRORS)));
    }

    private static String text(InputStream output) {
        try (output) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what is in memory", e);
        }
    }
}
