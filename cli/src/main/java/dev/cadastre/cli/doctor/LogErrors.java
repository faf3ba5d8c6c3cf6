package dev.cadastre.cli.doctor;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonReader;
import dev.cadastre.cli.json.JsonReader.NotJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the last error of the last start in the end of a server's log, whose lines are JSON. */
final class LogErrors {

    private static final int MOST_BYTES = 1 << 18;
    private static final int MOST_CHARACTERS = 300;

    /** The first line of a server's own, as Spring Boot writes it. */
    private static final Pattern START =
            Pattern.compile("\"message\":\"Starting [^\"]{0,40}CadastreServer ");

    private LogErrors() {}

    static Optional<String> last(Path log) {
        if (!Files.isReadable(log)) {
            return Optional.empty();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(MOST_BYTES, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            return last(new String(end, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Of the last start in these lines; what is cut off or no JSON is left out. */
    static Optional<String> last(String lines) {
        Optional<String> error = Optional.empty();
        for (String line : lines.lines().toList()) {
            if (START.matcher(line).find()) {
                error = Optional.empty();
            } else if (line.contains("\"ERROR\"")) {
                error = Optional.of(line);
            }
        }
        return error.flatMap(LogErrors::told);
    }

    private static Optional<String> told(String line) {
        try {
            Json entry = JsonReader.read(line);
            String message = entry.text("message").orElse("");
            String cut =
                    message.length() > MOST_CHARACTERS
                            ? message.substring(0, MOST_CHARACTERS) + "…"
                            : message;
            return Optional.of(entry.text("@timestamp").orElse("") + " " + cut.strip());
        } catch (NotJson e) {
            return Optional.empty();
        }
    }
}
