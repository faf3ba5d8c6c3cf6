package dev.cadastre.cli.attach;

import dev.cadastre.change.run.RunSecrets;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives a server the secrets that it asks for, each question's once. */
final class SecretAnswers {

    private final Server server;
    private final Path path;
    private final RunSecrets secrets;
    private final boolean declines;
    private final Set<String> answered = new HashSet<>();
    private final Map<String, RunSecrets.Given> given = new HashMap<>();

    /**
     * Has a person type each of those secrets once, whoever needs it.
     *
     * @param declines whether what nobody gives here is declined for all who are attached;
     *     otherwise it is left to them
     */
    SecretAnswers(RunSecrets secrets, boolean declines, Server server, Path path) {
        this.server = server;
        this.path = path;
        this.secrets = secrets;
        this.declines = declines;
    }

    void give(List<Json> asks) {
        for (Json ask : asks) {
            boolean isSecret = ask.text("kind").orElse("").equals("SECRET");
            if (isSecret && answered.add(ask.text("id").orElse(""))) {
                String name = ask.text("name").orElse("");
                RunSecrets.Given before = given.get(name);
                RunSecrets.Given now =
                        before != null && ask.holds("wrong")
                                ? secrets.again(before)
                                : secrets.get(name);
                given.put(name, now);
                send(name, now.value());
            }
        }
    }

    /** Somebody else who is attached may have been quicker. */
    private void send(String name, @Nullable String value) {
        if (value == null && !declines) {
            return;
        }
        Json answer = value == null ? new Json.Nothing() : new Json.Text(value);
        try {
            server.write(
                    "POST", path, new JsonObject().with("name", name).with("value", answer).json());
        } catch (Failure failure) {
            if (!failure.says("run.not-asked")) {
                throw failure;
            }
        }
    }
}
