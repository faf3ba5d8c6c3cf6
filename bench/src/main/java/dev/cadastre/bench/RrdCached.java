package dev.cadastre.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The distribution's rrdcached with files of the same archives as ours. */
final class RrdCached implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Between looks whether it has started. */
    private static final Duration STARTING = Duration.ofMillis(20);

    /** Between looks whether it has written all. */
    private static final Duration WRITING = Duration.ofMillis(5);

    private final Process process;
    private final SocketChannel channel;
    private final BufferedReader in;
    private final BufferedWriter out;
    private final int files;

    private RrdCached(Process process, SocketChannel channel, int files) {
        this.process = process;
        this.channel = channel;
        this.files = files;
        in =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(channel), StandardCharsets.US_ASCII));
        out =
                new BufferedWriter(
                        new OutputStreamWriter(
                                Channels.newOutputStream(channel), StandardCharsets.US_ASCII),
                        1 << 16);
    }

    /** Makes files that hold nothing and starts the program; it journals, as ours does. */
    static RrdCached start(Path folder, int files, long start)
            throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path journal = Files.createDirectories(folder.resolve("journal"));
        create(data.resolve("0.rrd"), start);
        for (int i = 1; i < files; i++) {
            Files.copy(data.resolve("0.rrd"), data.resolve(i + ".rrd"));
        }
        Path socket = folder.resolve("socket");
        Process process =
                new ProcessBuilder(
                                "rrdcached",
                                "-g",
                                "-l",
                                "unix:" + socket,
                                "-p",
                                folder.resolve("pid").toString(),
                                "-b",
                                data.toString(),
                                "-B",
                                "-j",
                                journal.toString(),
                                "-w",
                                "3600",
                                "-f",
                                "7200")
                        .inheritIO()
                        .start();
        while (!Files.exists(socket)) {
            if (!process.isAlive()) {
                throw new IOException("rrdcached ended with " + process.waitFor());
            }
            Thread.sleep(STARTING);
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        return new RrdCached(process, channel, files);
    }

    private static void create(Path file, long start) throws IOException, InterruptedException {
        Stream<String> archives =
                Stream.concat(
                        Stream.of("RRA:AVERAGE:0.5:1:2880", "RRA:AVERAGE:0.5:5:4032"),
                        Stream.of("AVERAGE", "MIN", "MAX")
                                .flatMap(function ->
                                        Stream.of(
                                                "RRA:" + function + ":0.5:60:17520",
                                                "RRA:" + function + ":0.5:1440:3650")));
        Stream<String> command =
                Stream.of(
                        "rrdtool",
                        "create",
                        file.toString(),
                        "--start",
                        String.valueOf(start),
                        "--step",
                        "60",
                        "DS:v:GAUGE:120:U:U");
        Shell.run(Map.of(), Stream.concat(command, archives).toArray(String[]::new));
    }

    /** Sends a value of each file at each of these times, and waits until all are taken. */
    void update(List<Long> seconds) throws IOException {
        out.write("BATCH\n");
        out.flush();
        in.readLine();
        for (long second : seconds) {
            for (int i = 0; i < files; i++) {
                out.write("update " + i + ".rrd " + second + ":" + (second % 1_000 + i) + ".5\n");
            }
        }
        out.write(".\n");
        out.flush();
        String errors = in.readLine();
        if (!errors.startsWith("0 ")) {
            throw new IOException("rrdcached: " + errors);
        }
    }

    /** Waits until all that was taken is in files. */
    void flush() throws IOException, InterruptedException {
        long before = statistic("UpdatesWritten");
        command("FLUSHALL");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (statistic("UpdatesWritten") < before + files || statistic("QueueLength") > 0) {
            if (System.nanoTime() > deadline) {
                throw new IOException("rrdcached does not write");
            }
            Thread.sleep(WRITING);
        }
    }

    private long statistic(String name) throws IOException {
        return command("STATS").stream()
                .filter(line -> line.startsWith(name + ": "))
                .mapToLong(line -> Long.parseLong(line.substring(name.length() + 2)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> command(String command) throws IOException {
        out.write(command + "\n");
        out.flush();
        int lines = Math.max(0, Integer.parseInt(in.readLine().split(" ", 2)[0]));
        return IntStream.range(0, lines).mapToObj(i -> line()).toList();
    }

    private String line() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
