package dev.cadastre.server.demonstration;

import java.time.Instant;
import java.util.List;

/** Writes what a host says, in the format of docs/formats/report.md. */
final class InventedReport {

    private final StringBuilder text = new StringBuilder();

    private InventedReport() {}

    static String of(
            InventedHost host,
            List<ImagePackage> installed,
            List<Conversations.Line> lines,
            Instant hostTime) {
        var report = new InventedReport();
        report.text.append("@cadastre-report 1 ").append(hostTime.getEpochSecond()).append('\n');
        report.identity(host);
        report.system(host);
        report.hardware(host);
        report.network(host);
        report.packages(host, installed);
        report.daemons(host);
        report.sockets(host, lines);
        report.runtimes(host);
        report.storage(host);
        report.absent(host);
        return report.text.append("@end\n").toString();
    }

    private void section(String name, String lines) {
        text.append("@section ").append(name).append('\n').append(lines).append("@done ok 1 0\n");
    }

    private void identity(InventedHost host) {
        section(
                "identity",
                """
                +/etc/machine-id
                |%08x%08x%08x%08x
                +/proc/sys/kernel/hostname
                |%s
                """
                        .formatted(
                                host.chance("a", Integer.MAX_VALUE),
                                host.chance("b", Integer.MAX_VALUE),
                                host.chance("c", Integer.MAX_VALUE),
                                host.chance("d", Integer.MAX_VALUE),
                                host.name()));
    }

    private void system(InventedHost host) {
        String[] release =
                switch (host.system()) {
                    case "rocky-9" ->
                            new String[] {
                                "Rocky Linux 9.4 (Blue Onyx)",
                                "Rocky Linux",
                                "9.4",
                                "rocky",
                                "5.14.0-427.42.1.el9_4.x86_64"
                            };
                    case "centos-7" ->
                            new String[] {
                                "CentOS Linux 7 (Core)",
                                "CentOS Linux",
                                "7",
                                "centos",
                                "3.10.0-1160.119.1.el7.x86_64"
                            };
                    default ->
                            new String[] {
                                "Debian GNU/Linux 12 (bookworm)",
                                "Debian GNU/Linux",
                                "12",
                                "debian",
                                "6.1.0-37-amd64"
                            };
                };
        section(
                "system",
                """
                +/etc/os-release
                |PRETTY_NAME="%s"
                |NAME="%s"
                |VERSION_ID="%s"
                |ID=%s
                +/proc/sys/kernel/osrelease
                |%s
                +uname
                |x86_64
                +/proc/uptime
                |%d.00 100.00
                +/proc/loadavg
                |0.%02d 0.58 0.33 1/924 32040
                """
                        .formatted(
                                release[0],
                                release[1],
                                release[2],
                                release[3],
                                release[4],
                                86_400 * (host.chance("uptime", 90) + 1),
                                host.chance("load", 100)));
    }

    private void hardware(InventedHost host) {
        int processors = 2 << host.chance("processors", 3);
        var lines = new StringBuilder("+/proc/cpuinfo\n");
        for (int i = 0; i < processors; i++) {
            lines.append("|processor\t: ").append(i).append("\n|model name\t: AMD EPYC\n");
        }
        lines.append("+/proc/meminfo\n|MemTotal:       ")
                .append(processors * 4L * (1 << 20))
                .append(" kB\n");
        section("hardware", lines.toString());
    }

    private void network(InventedHost host) {
        section(
                "network",
                "+ip\n|2: eth0    inet %s/16 brd 10.20.255.255 scope global eth0\n"
                        .formatted(host.address()));
    }

    private void packages(InventedHost host, List<ImagePackage> installed) {
        boolean debian = host.system().equals("debian-12");
        var lines = new StringBuilder();
        for (ImagePackage item : installed) {
            lines.append(debian ? stanza(item) : rpm(host, item));
        }
        section(debian ? "packages-dpkg" : "packages-rpm", lines.toString());
    }

    private static String stanza(ImagePackage item) {
        return "|%s\tinstalled\tamd64\t%s\t%s\tDebian <packages@debian.example>\t\n"
                .formatted(item.name(), item.version(), item.source());
    }

    private static String rpm(InventedHost host, ImagePackage item) {
        String plain = item.version().replaceFirst("^\\d+:", "");
        String vendor = host.system().equals("rocky-9") ? "Rocky Enterprise Software" : "CentOS";
        return "|%s\t%s\tx86_64\t%s-%s.src.rpm\t%s\t(none)\t(none)\n"
                .formatted(item.name(), item.version(), item.source(), plain, vendor);
    }

    private void daemons(InventedHost host) {
        var units = new StringBuilder("+systemd-units\n");
        var files = new StringBuilder("+systemd-files\n");
        for (Service service : Service.of(host)) {
            units.append("|").append(service.unit()).append(".service loaded active running -\n");
            files.append("|").append(service.unit()).append(".service enabled enabled\n");
        }
        section("daemons", units.append(files).toString());
    }

    private void sockets(InventedHost host, List<Conversations.Line> conversations) {
        var lines = new StringBuilder("+ss\n");
        int inode = 20_000;
        for (Service service : Service.of(host)) {
            if (service.port() > 0) {
                lines.append(
                        "|tcp 0.0.0.0:%d 0.0.0.0:* LISTEN 0 %d %d %s\n"
                                .formatted(
                                        service.port(),
                                        inode++,
                                        700 + service.port() % 100,
                                        service.process()));
            }
        }
        for (Conversations.Line line : conversations) {
            int own = 40_000 + inode % 1_000;
            lines.append(
                    "|tcp %s:%d %s:%d ESTAB 100 %d %d %s\n"
                            .formatted(
                                    host.address(),
                                    line.out() ? own : line.port(),
                                    line.peer(),
                                    line.out() ? line.port() : own,
                                    inode++,
                                    700 + line.port() % 100,
                                    line.process()));
        }
        section("sockets", lines.toString());
    }

    /** Half of the old hosts have a newer Python beside the one of their system. */
    private void runtimes(InventedHost host) {
        String python =
                switch (host.system()) {
                    case "rocky-9" -> "/usr/bin/python3.9";
                    case "centos-7" -> "/usr/bin/python2.7";
                    default -> "/usr/bin/python3.11";
                };
        var files = new StringBuilder("+files\n|").append(python).append('\n');
        var processes = new StringBuilder("+processes\n");
        if (host.groups().contains("legacy")) {
            processes.append("|811\t0\tinvoices.service\tinvoices\t").append(python).append('\n');
            if (host.chance("newer python", 2) == 0) {
                files.append("|/usr/local/bin/python3.12\n");
            }
        }
        if (host.groups().contains("app")) {
            files.append("+releases\n+/usr/lib/jvm/java-17-openjdk-amd64/release\n")
                    .append("|JAVA_VERSION=\"17.0.21\"\n");
            processes.append(
                    "|902\t1001\tshop-app.service\tjava\t"
                            + "/usr/lib/jvm/java-17-openjdk-amd64/bin/java\n");
        }
        section("runtimes", files.append(processes).toString());
    }

    private void storage(InventedHost host) {
        long blocks = 20L << 20 << host.chance("disk", 3);
        long used = blocks / 100 * (20 + host.chance("used", 60));
        section("storage", "+/proc/mounts\n|/dev/vda1 / ext4 rw,relatime 0 0\n");
        section(
                "storage-usage",
                """
                |Filesystem     1024-blocks     Used Available Capacity Mounted on
                |/dev/vda1 %d %d %d %d%% /
                """
                        .formatted(blocks, used, blocks - used, used * 100 / blocks));
    }

    private void absent(InventedHost host) {
        String others = host.system().equals("debian-12") ? "packages-rpm" : "packages-dpkg";
        for (String section : List.of(others, "packages-apk", "packages-python", "packages-npm")) {
            text.append("@section ").append(section).append("\n@done absent 0 100\n");
        }
    }
}
