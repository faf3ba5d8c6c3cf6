package dev.cadastre.bench;

import dev.cadastre.bench.Figure.Measure;
import dev.cadastre.lab.HostSpec;
import dev.cadastre.lab.Lab;
import dev.cadastre.lab.LabHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What people install: how large it is, and how long they wait for it on a system that has nothing
 * of it, from the start of {@code dpkg -i} until a page has been read there.
 */
final class PackagesBenchmark implements Benchmark {

    private static final int INSTALLATIONS = 5;
    private static final double WANTED_FIRST_PAGE = 10;
    private static final double MB = 1_000_000;
    private static final String PACKAGE = "/root/cadastre.deb";

    /** A minimal system has no program that asks for pages; bash can. */
    private static final String FIRST_PAGE =
            """
            exec 3<>/dev/tcp/localhost/7780
            printf 'GET /hosts HTTP/1.1\\r\\nHost: localhost:7780\\r\\nConnection: close\\r\\n' >&3
            printf 'Authorization: Bearer %s\\r\\n\\r\\n' "$(cat /var/lib/cadastre/cli-token)" >&3
            cat <&3
            """;

    @Override
    public String name() {
        return "packages";
    }

    @Override
    public List<Figure> measure(Surroundings surroundings) throws Exception {
        Path checkout = surroundings.checkout();
        Shell.quietly(checkout.resolve("dist/build").toString());
        Path made = checkout.resolve("target/dist");
        Path deb = only(made, ".deb");
        Samples install = new Samples();
        Samples firstPage = new Samples();
        double installedMb = 0;
        for (int i = 0; i < INSTALLATIONS; i++) {
            Path folder = Files.createDirectory(surroundings.scratch().resolve(name() + i));
            try (Lab lab = Lab.open(folder)) {
                LabHost host = fresh(lab, deb);
                long begun = System.nanoTime();
                host.run("dpkg -i " + PACKAGE);
                install.add(secondsSince(begun));
                requirePage(host.run("bash -c '" + FIRST_PAGE.replace("'", "'\\''") + "'"));
                firstPage.add(secondsSince(begun));
                installedMb =
                        Double.parseDouble(
                                        host.run("dpkg-query -W -f '${Installed-Size}' cadastre"))
                                * 1024
                                / MB;
            }
        }
        return List.of(
                Figure.of("installed to first page", "s", firstPage)
                        .wanted(Measure.MEDIAN_AT_MOST, WANTED_FIRST_PAGE),
                Figure.of("of this, dpkg -i", "s", install),
                size("the archive, without caches", only(made, ".tar.gz")),
                size("the .deb", deb),
                size("the .rpm", only(made, ".rpm")),
                Figure.of("installed", "MB", Samples.of(installedMb)));
    }

    private static LabHost fresh(Lab lab, Path deb) throws IOException {
        LabHost host = lab.host(HostSpec.debian("fresh"));
        // Without an init system dpkg would start nothing.
        host.writeFile("/usr/sbin/policy-rc.d", "#!/bin/sh\nexit 0\n");
        host.run("chmod 0755 /usr/sbin/policy-rc.d");
        host.writeFile(PACKAGE, Files.readAllBytes(deb));
        return host;
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void requirePage(String answer) throws IOException {
        if (!answer.startsWith("HTTP/1.1 200") || !answer.contains("</html>")) {
            throw new IOException("no page was read, but: " + answer);
        }
    }

    private static Figure size(String what, Path file) throws IOException {
        return Figure.of(what, "MB", Samples.of(Files.size(file) / MB));
    }

    private static Path only(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(end))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + end + " in " + folder));
        }
    }
}
