package dev.cadastre.server.inventory.ownership;

import dev.cadastre.probe.FileOwners;
import dev.cadastre.probe.HostFile;
import dev.cadastre.probe.OwnersParser;
import dev.cadastre.probe.OwnersProbe;
import dev.cadastre.server.dispatch.Dispatch;
import dev.cadastre.server.dispatch.Task;
import dev.cadastre.server.dispatch.TaskResult;
import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.inventory.Host;
import dev.cadastre.server.inventory.ownership.FileAnswer.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks one host about a file. Thread-safe; blocks until the host has answered. */
@Component
class FileAsking {

    private static final int OUTPUT_LIMIT = 1 << 20;

    private final Dispatch dispatch;
    private final Estate estate;
    private final OwnershipProperties properties;

    FileAsking(Dispatch dispatch, Estate estate, OwnershipProperties properties) {
        this.dispatch = dispatch;
        this.estate = estate;
        this.properties = properties;
    }

    FileAnswer ask(Host host, HostFile file) {
        DeclaredHost declared = estate.host(host.name()).orElse(null);
        if (declared == null || !declared.isConnectedTo()) {
            return Answers.without(
                    host,
                    State.NO_ADDRESS,
                    "The server does not connect to it.",
                    "Give it an address in the estate to have it asked.");
        }
        var task = new Task("owns", OwnersProbe.script(file), properties.limit(), OUTPUT_LIMIT);
        return switch (dispatch.run(declared, task)) {
            case TaskResult.Answered answered -> understood(host, answered);
            case TaskResult.Failed failed ->
                    Answers.without(host, State.UNREACHABLE, failed.reason(), failed.remedy());
        };
    }

    private static FileAnswer understood(Host host, TaskResult.Answered answered) {
        @Nullable FileOwners owners = OwnersParser.parse(text(answered.output())).orElse(null);
        return owners == null ? Answers.garbled(host, answered.errors()) : Answers.of(host, owners);
    }

    private static String text(InputStream output) {
        try (output) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what is in memory", e);
        }
    }
}
