package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.JsonReader;
import dev.cadastre.cli.json.JsonReader.NotJson;
import dev.cadastre.cli.json.JsonWriter;
import dev.cadastre.cli.server.Answer;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Refusal;
import dev.cadastre.cli.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre api METHOD PATH [BODY]}. */
@Command(
        name = "api",
        description = "Make any call of the API with your credentials, and print the answer.",
        footer = {
            "",
            "Example: cadastre api GET hosts/web1/packages?q=openssl",
            "         cadastre api POST collections '{\"hosts\":[\"web1\"]}'"
        })
public final class ApiVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "METHOD", description = "GET, POST, PATCH or DELETE")
    private String method = "";

    @Parameters(
            index = "1",
            paramLabel = "PATH",
            description = "below /api/v1; with a slash at its start, from the server's root")
    private String path = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "BODY",
            description = "JSON or text to send; - reads it from standard input")
    private @Nullable String body;

    /** The verb of a session. */
    public ApiVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Answer answer =
                session.server()
                        .request(method.toUpperCase(Locale.ROOT), Path.written(path), body());
        String text = printable(answer);
        if (!text.isBlank()) {
            session.surroundings().out().println(text);
        }
        return answer.good() ? 0 : Refusal.kind(answer.status()).exitStatus();
    }

    private @Nullable String body() throws IOException {
        return "-".equals(body)
                ? new String(session.surroundings().in().readAllBytes(), StandardCharsets.UTF_8)
                : body;
    }

    /** Anything but JSON is left as it is: whoever asks for bytes wants these. */
    private static String printable(Answer answer) {
        if (!answer.isJson()) {
            return answer.body();
        }
        try {
            return JsonWriter.write(JsonReader.read(answer.body()));
        } catch (NotJson _) {
            return answer.body();
        }
    }
}
