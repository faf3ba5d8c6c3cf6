package dev.cadastre.server.monitoring.running;

import dev.cadastre.plugin.PluginResult;
import dev.cadastre.server.dispatch.Dispatch;
import dev.cadastre.server.dispatch.Task;
import dev.cadastre.server.dispatch.TaskResult;
import dev.cadastre.server.estate.DeclaredHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Runs plug-ins and scripts on hosts, over the connection that is there anyway. Thread-safe. */
@Component
class HostPlugins {

    private static final int OUTPUT_LIMIT = 64 * 1024;

    private final Dispatch dispatch;

    HostPlugins(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    PluginResult run(DeclaredHost host, List<String> command, Duration timeout) {
        Task task = new Task("check", RemoteCommand.script(command), timeout, OUTPUT_LIMIT);
        return switch (dispatch.run(host, task)) {
            case TaskResult.Answered answered -> result(answered);
            case TaskResult.Failed failed -> PluginResult.unknown(failed.reason());
        };
    }

    private static PluginResult result(TaskResult.Answered answered) {
        try {
            String output = new String(answered.output().readAllBytes(), StandardCharsets.UTF_8);
            boolean silent = output.isBlank();
            return PluginResult.of(answered.status(), silent ? answered.errors() : output);
        } catch (IOException e) {
            return PluginResult.unknown("What it printed breaks off: " + e.getMessage());
        }
    }
}
