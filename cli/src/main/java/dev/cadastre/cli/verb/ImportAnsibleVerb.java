package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre import ansible DIR…}. */
@Command(
        name = "ansible",
        description = {
            "Take the facts and packages that Ansible gathered.",
            "A folder holds one file for each host, as ansible --tree writes it; files of one name in"
                    + " several folders are of one host. All of it is taken or, if a file cannot be"
                    + " read, none."
        },
        footer = {
            "",
            "Example: cadastre import ansible facts/ packages/",
            "after     ansible all -m setup --tree facts/",
            "and       ansible all -m package_facts --tree packages/"
        })
final class ImportAnsibleVerb implements Callable<Integer> {

    private static final List<Column> REMARKS =
            List.of(
                    Column.of("HOST", "host"),
                    Column.of("TAKEN", "taken"),
                    Column.of("REASON", "reason"));

    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "the folders")
    private List<java.nio.file.Path> folders = List.of();

    ImportAnsibleVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Json receipt = sent();
        List<Json> remarks = receipt.list("remarks");
        session.remark(
                "Took what Ansible knows of %s hosts, %s of them new."
                        .formatted(
                                receipt.text("hosts").orElse("0"),
                                receipt.text("first").orElse("0")));
        if (!remarks.isEmpty()) {
            session.printer()
                    .list(new Json.Members(Map.of("items", new Json.Items(remarks))), REMARKS);
        }
        boolean all = remarks.stream().allMatch(remark -> remark.holds("taken"));
        return all ? 0 : 1;
    }

    private Json sent() {
        try {
            java.nio.file.Path zip = Files.createTempFile("cadastre-ansible", ".zip");
            try {
                pack(zip);
                return session.server().upload(Path.of("imports", "ansible"), zip);
            } finally {
                Files.deleteIfExists(zip);
            }
        } catch (IOException e) {
            throw new Failure(
                    Failure.Kind.NO,
                    "Cannot read the folders: " + e,
                    e,
                    "Name folders that ansible --tree wrote and that you can read.");
        }
    }

    private void pack(java.nio.file.Path zip) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (java.nio.file.Path folder : folders) {
                pack(folder, out);
            }
        }
    }

    private void pack(java.nio.file.Path folder, ZipOutputStream out) throws IOException {
        String prefix = folder + "/";
        try (Stream<java.nio.file.Path> files = Files.list(folder)) {
            for (java.nio.file.Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(prefix + file.getFileName()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
