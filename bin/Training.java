import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lets a server that is in training take in and answer what servers mostly do, often enough that
 * its JVM learns which of its methods are hot: bin/train.sh keeps that for the servers to come,
 * which then compile them at once. The hosts are copies of this machine under other names.
 *
 * <p>usage: java Training.java URL HOME
 */
final class Training {

    private static final int HOSTS = 150;
    private static final int ROUNDS = 4;
    private static final String IDENTITY =
            "@section identity\n+/etc/machine-id\n|%032x\n+/proc/sys/kernel/hostname\n|%s\n";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    private Training(String url, String token) {
        this.url = url;
        this.token = token;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String token = Files.readString(Path.of(arguments[1], "cli-token")).strip();
        new Training(arguments[0], token).train();
    }

    private void train() throws IOException, InterruptedException {
        String report = report();
        for (int round = 0; round < ROUNDS; round++) {
            for (int host = 0; host < HOSTS; host++) {
                send(HttpRequest.newBuilder().POST(BodyPublishers.ofString(of(host, round, report))),
                        "/api/v1/reports");
            }
        }
        for (int host = 0; host < HOSTS; host++) {
            for (String path : questions(host)) {
                send(HttpRequest.newBuilder().GET(), path);
            }
        }
    }

    private static List<String> questions(int host) {
        return List.of(
                "/api/v1/hosts?limit=50&q=pkg:bash%3C9",
                "/api/v1/hosts?limit=50&at=2026-01-01T00:00:00Z&q=pkg:bash",
                "/api/v1/host-counts?q=os:debian&by=pkg:bash",
                "/api/v1/hosts/" + name(host),
                "/api/v1/hosts/" + name(host) + "/packages?limit=1000",
                "/api/v1/diff?a=" + name(0) + "&b=" + name(host),
                "/api/v1/search?q=bash");
    }

    /** What the probe says of this machine, or no more than a frame if it cannot run here. */
    private String report() throws IOException, InterruptedException {
        Path script = Files.createTempFile("training", ".sh");
        try {
            Files.writeString(script, send(HttpRequest.newBuilder().GET(), "/probe.sh"));
            Process probe = new ProcessBuilder("sh", script.toString()).redirectInput(
                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start();
            probe.getErrorStream().close();
            return new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(script);
        }
    }

    /** The report as another host would give it, with a package less in some rounds. */
    private static String of(int host, int round, String report) {
        int start = report.indexOf("@section identity\n");
        int end = report.indexOf("@done", Math.max(start, 0));
        String text = start < 0 || end < 0
                ? report
                : report.substring(0, start)
                        + IDENTITY.formatted(host + 1, name(host))
                        + report.substring(end);
        return round % 2 == 0 ? text : text.replaceFirst("\\|\\S+\\tinstalled\\t.*\n", "");
    }

    private static String name(int host) {
        return "training%03d".formatted(host);
    }

    /** What is answered does not matter, as long as something is. */
    private String send(HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        return client.send(
                        request.uri(URI.create(url + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "text/plain; charset=utf-8")
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
