package dev.cadastre.cli.verb;

import dev.cadastre.cli.bundle.BundleFolder;
import dev.cadastre.cli.bundle.Bundles;
import dev.cadastre.cli.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cadastre bundle push HOST NAME FOLDER}. */
@Command(
        name = "push",
        description = {
            "Put files back into a bundle: those that differ, and no others.",
            "Nothing is removed there, and what is there keeps its mode. Refused while the run goes"
                    + " on."
        },
        footer = {"", "Example: cadastre bundle push web1 shop shop"})
final class BundlePushVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final BundleHost host = new BundleHost();

    @Parameters(index = "1", paramLabel = "NAME", description = "as `cadastre bundle ls` shows it")
    private String name = "";

    @Parameters(index = "2", paramLabel = "FOLDER", description = "as it was pulled, and edited")
    private Path folder = Path.of("");

    BundlePushVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Bundles bundles = host.bundles(session)) {
            List<String> changed = bundles.push(name, BundleFolder.read(folder));
            changed.forEach(path -> session.printer().line(path));
            session.remark(
                    changed.isEmpty()
                            ? "All is as it lies there; nothing was changed."
                            : "%d %s changed on %s"
                                    .formatted(
                                            changed.size(),
                                            changed.size() == 1 ? "file" : "files",
                                            host.name()));
            return 0;
        }
    }
}
