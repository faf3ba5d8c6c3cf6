package dev.cadastre.bench;

import dev.cadastre.bench.Figure.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A backup of a large estate while its server runs, and a server made of it, as the commands do it
 * from their start to their end. Bytes are those of the rows and files, not of the packed file.
 */
final class BackupBenchmark implements Benchmark {

    private static final int HOSTS = 10_000;
    private static final long SEED = 20_261_123;
    private static final int CONNECTIONS = 32;
    private static final int DAYS = 30;
    private static final int BACKUPS = 5;
    private static final int RESTORES = 3;
    private static final double WANTED_BACKUP = 50;
    private static final double WANTED_RESTORE = 20;
    private static final double MB = 1_000_000;
    private static final Pattern BYTES = Pattern.compile(" rows, ([0-9]+) MB");

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        Path folder = Files.createDirectory(surroundings.scratch().resolve(name()));
        Path home = folder.resolve("home");
        Samples backups = new Samples();
        Path backup = folder.resolve("0.backup");
        try (RunningServer server =
                RunningServer.start(surroundings.checkout(), home, List.of(), List.of())) {
            fill(server);
            for (int i = 0; i < BACKUPS; i++) {
                backup = folder.resolve(i + ".backup");
                backups.add(server.command("backup", backup.toString()).seconds());
            }
        }
        double logical = logicalMb(cadastre(surroundings, "backup", "verify", backup.toString()));
        Samples restores = new Samples();
        for (int i = 0; i < RESTORES; i++) {
            Path target = folder.resolve("restored" + i);
            restores.add(
                    cadastre(surroundings, "restore", backup.toString(), "--home=" + target)
                            .seconds());
        }
        return List.of(
                Figure.of("backup, 10,000 hosts", "MB/s", backups.ratesOf(logical))
                        .wanted(Measure.MEDIAN_AT_LEAST, WANTED_BACKUP),
                Figure.of("restore, 10,000 hosts", "MB/s", restores.ratesOf(logical))
                        .wanted(Measure.MEDIAN_AT_LEAST, WANTED_RESTORE),
                Figure.of("rows and files", "MB", Samples.of(logical)),
                Figure.of("the file", "MB", Samples.of(Files.size(backup) / MB)));
    }

    private static void fill(RunningServer server) throws Exception {
        LargeEstate estate = new LargeEstate(HOSTS, SEED);
        LargeEstateReports reports = new LargeEstateReports(estate);
        ReportLoad load = new ReportLoad(server.address(), server.client(), CONNECTIONS);
        int[] all = IntStream.range(0, HOSTS).toArray();
        load.send(all, host -> reports.whole(host, 0));
        for (int day = 1; day <= DAYS; day++) {
            int period = day;
            load.send(estate.passDay(), host -> reports.whole(host, period));
        }
    }

    private static Shell.Ended cadastre(Surroundings surroundings, String... words)
            throws IOException, InterruptedException {
        String[] command = new String[words.length + 1];
        command[0] = surroundings.checkout().resolve("cadastre").toString();
        System.arraycopy(words, 0, command, 1, words.length);
        return Shell.run(Map.of(), command);
    }

    private static double logicalMb(Shell.Ended verified) throws IOException {
        Matcher told = BYTES.matcher(verified.output());
        if (!told.find()) {
            throw new IOException("not told how much it is: " + verified.output());
        }
        return Double.parseDouble(told.group(1)) * (1 << 20) / MB;
    }
}
