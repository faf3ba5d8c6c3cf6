package dev.cadastre.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server as {@code ./cadastre up} starts it. Closing it stops it as Ctrl-C would. */
final class RunningServer implements AutoCloseable {

    private static final String READY = "cadastre: ready at ";
    private static final long STOP_SECONDS = 30;

    private final Path checkout;
    private final Path home;
    private final Process process;
    private final String url;

    private RunningServer(Path checkout, Path home, Process process, String url) {
        this.checkout = checkout;
        this.home = home;
        this.process = process;
        this.url = url;
    }

    /**
     * Starts one and returns when it says that it is ready.
     *
     * @param arguments of {@code up}, besides the home and the port
     * @param properties of the server that {@code up} has no flag for, as {@code name=value}
     */
    static RunningServer start(
            Path checkout, Path home, List<String> arguments, List<String> properties)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                checkout.resolve("cadastre").toString(),
                                "up",
                                "--home",
                                home.toString(),
                                "--port",
                                "0"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .put(
                        "CADASTRE_JAVA_OPTIONS",
                        String.join(" ", properties.stream().map(text -> "-D" + text).toList()));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        return new RunningServer(checkout, home, process, awaitReady(process));
    }

    private static String awaitReady(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
        }
        throw new IOException("the server ended before it was ready; see above");
    }

    /** A client with an administrator's rights. */
    Client client() throws IOException {
        return new Client(url, Files.readString(home.resolve("cli-token")).strip());
    }

    URI address() {
        return URI.create(url);
    }

    /** Runs a command of the command line against it. */
    Shell.Ended command(String... words) throws IOException, InterruptedException {
        return Shell.run(Map.of(), words(words));
    }

    /** The same for one that tells much; its errors are among its output. */
    Shell.Ended quietCommand(String... words) throws IOException, InterruptedException {
        return Shell.quietly(words(words));
    }

    private String[] words(String... words) {
        List<String> command = new ArrayList<>(List.of(checkout.resolve("cadastre").toString()));
        command.addAll(List.of("--home", home.toString()));
        command.addAll(List.of(words));
        return command.toArray(String[]::new);
    }

    /** Its memory that is in use, without the database's processes, in MB. */
    double residentMb() throws IOException {
        return Machine.residentMb(process.pid());
    }

    /** Stops its process in its tracks, as a machine does that is suspended. */
    void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on. */
    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Shell.run(Map.of(), "kill", "-" + name, Long.toString(process.pid()));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }
}
