package dev.cadastre.cli.verb;

import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.cli.bundle.BundleFolder;
import dev.cadastre.cli.bundle.Bundles;
import dev.cadastre.cli.session.Session;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cadastre bundle pull HOST NAME}. */
@Command(
        name = "pull",
        description = {
            "Fetch the files of a bundle into a new folder, to edit them while its run is halted.",
            "What the run itself keeps there, such as its lock, is not among them."
        },
        footer = {"", "Example: cadastre bundle pull web1 shop"})
final class BundlePullVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final BundleHost host = new BundleHost();

    @Parameters(index = "1", paramLabel = "NAME", description = "as `cadastre bundle ls` shows it")
    private String name = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "a new one (default: NAME)")
    private @Nullable Path folder;

    BundlePullVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Bundles bundles = host.bundles(session)) {
            ChangeFolder files = bundles.pull(name);
            Path target = folder == null ? Path.of(name) : folder;
            BundleFolder.write(files, target);
            session.remark(
                    "%d %s in %s; put them back: cadastre bundle push %s %s %s"
                            .formatted(
                                    files.files().size(),
                                    files.files().size() == 1 ? "file" : "files",
                                    target,
                                    host.name(),
                                    name,
                                    target));
            return 0;
        }
    }
}
