package dev.cadastre.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an application brings to a host in twenty jobs: packages, accounts, folders, files,
 * templates, a daemon, entries of cron. It is said as a change and as a playbook, of the same
 * files.
 */
final class Delivery {

    /** What estate and inventory state of all hosts. */
    static final String VALUES = "listen_port = 8080\nworkers = 4\n";

    private static final int SETTINGS = 80;
    private static final int DATA = 100_000;

    /**
     * A job.
     *
     * @param step what is below the head of its section in a change
     * @param task what it is in a playbook
     */
    private record Job(String step, String task) {}

    private final Path folder;

    private Delivery(Path folder) {
        this.folder = folder;
    }

    /** Writes both, and what they need, into a new folder. */
    static Delivery into(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("files"));
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(folder.resolve("files/data"), "d".repeat(DATA));
        for (int number = 1; number <= 4; number++) {
            Files.writeString(folder.resolve("files/copy-" + number + ".conf"), settings(number));
            Files.writeString(
                    folder.resolve("templates/site-" + number + ".conf"),
                    "# workers {{workers}}\nlisten {{listen_port}}\n" + settings(number));
        }
        List<Job> jobs = jobs();
        Delivery delivery = new Delivery(folder);
        Files.writeString(delivery.change(), change(jobs));
        Files.writeString(delivery.playbook(), playbook(jobs));
        return delivery;
    }

    /** The change, which is in a folder with nothing but what it needs. */
    Path change() {
        return folder.resolve("bench.change");
    }

    Path playbook() {
        return folder.resolve("playbook.yml");
    }

    private static String settings(int number) {
        return IntStream.range(0, SETTINGS)
                .mapToObj(line -> "setting %d = %d\n".formatted(line, number))
                .collect(Collectors.joining());
    }

    private static List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        jobs.add(
                new Job(
                        "op = package.install\npackages = bench-base, bench-tool",
                        "apt: {name: [bench-base, bench-tool], install_recommends: no}"));
        jobs.add(
                new Job(
                        "op = package.hold\npackages = bench-tool",
                        "dpkg_selections: {name: bench-tool, selection: hold}"));
        jobs.add(account("bench"));
        jobs.add(account("bench-web"));
        jobs.add(folder("/etc/bench", "root", "0755"));
        jobs.add(folder("/srv/bench", "bench", "0750"));
        jobs.add(folder("/var/lib/bench", "bench", "0750"));
        jobs.add(folder("/var/log/bench", "bench", "0750"));
        jobs.add(copied("data", "/srv/bench/data"));
        for (int number = 1; number <= 4; number++) {
            String name = "copy-" + number + ".conf";
            jobs.add(copied(name, "/etc/bench/" + name));
        }
        for (int number = 1; number <= 4; number++) {
            jobs.add(filled("site-" + number + ".conf"));
        }
        jobs.add(daemon());
        jobs.add(cron("bench-1", 7, 3));
        jobs.add(cron("bench-2", 17, 4));
        return jobs;
    }

    private static Job account(String name) {
        return new Job(
                """
                op = user.ensure
                account = %s
                home = /srv/bench
                make_home = no
                shell = /usr/sbin/nologin\
                """
                        .formatted(name),
                "user: {name: %s, home: /srv/bench, create_home: no, shell: /usr/sbin/nologin}"
                        .formatted(name));
    }

    private static Job folder(String path, String owner, String mode) {
        return new Job(
                "op = directory.ensure\ntarget = %s\nowner = %s\ngroup = %s\nmode = %s"
                        .formatted(path, owner, owner, mode),
                "file: {path: %s, state: directory, owner: %s, group: %s, mode: '%s'}"
                        .formatted(path, owner, owner, mode));
    }

    private static Job copied(String name, String target) {
        return new Job(
                "op = files.copy\nsource = files/%s\ntarget = %s\nmode = 0644"
                        .formatted(name, target),
                "copy: {src: files/%s, dest: %s, mode: '0644'}".formatted(name, target));
    }

    private static Job filled(String name) {
        return new Job(
                """
                op = files.template
                template = templates/%1$s
                target = /etc/bench/%1$s
                group = bench
                mode = 0640\
                """
                        .formatted(name),
                "template: {src: templates/%1$s, dest: /etc/bench/%1$s, group: bench, mode: '0640'}"
                        .formatted(name));
    }

    /** Ansible has no supervisor of its own, so that it starts the program by Debian's. */
    private static Job daemon() {
        return new Job(
                "op = daemon.ensure\ndaemon = bench\ncommand = exec sleep 1000000",
                """
                command: >-
                    start-stop-daemon --start --oknodo --background --make-pidfile
                    --pidfile /run/bench.pid --startas /usr/bin/sleep -- 1000000
                  register: daemon
                  changed_when: "'already running' not in daemon.stdout\"\
                """);
    }

    private static Job cron(String name, int minute, int hour) {
        return new Job(
                "op = cron.ensure\nentry = %s\nschedule = %d %d * * *\ncommand = /bin/true"
                        .formatted(name, minute, hour),
                "cron: {name: %s, minute: '%d', hour: '%d', job: /bin/true}"
                        .formatted(name, minute, hour));
    }

    private static String change(List<Job> jobs) {
        StringBuilder text = new StringBuilder("[change]\nname = bench\n");
        for (int i = 0; i < jobs.size(); i++) {
            text.append("\n[step job-%d]\n%s\n".formatted(i + 1, jobs.get(i).step()));
        }
        return text.toString();
    }

    private static String playbook(List<Job> jobs) {
        return """
        - hosts: all
          gather_facts: no
          remote_user: root
          tasks:
        """
                + jobs.stream()
                        .map(job -> "    - " + job.task().replace("\n", "\n    ") + "\n")
                        .collect(Collectors.joining());
    }
}
