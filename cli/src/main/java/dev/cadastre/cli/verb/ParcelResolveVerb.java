package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.Candidates;
import dev.cadastre.cli.parcel.Repositories;
import dev.cadastre.cli.parcel.Wishes;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.resolution.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cadastre parcel resolve REQUIREMENT --from REPO}. */
@Command(
        name = "resolve",
        description = {
            "Choose a version of a parcel and of all that it requires, and print them as a lock file.",
            "What a lock file has chosen before is chosen again as long as it fits."
        },
        footer = {
            "",
            "Example: cadastre parcel resolve 'shop >= 1.4' --from parcels --lock parcel.lock"
        })
final class ParcelResolveVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(
            paramLabel = "REQUIREMENT",
            description = "a name, and a range if not each version does")
    private String wanted = "";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "REPO",
            description = "the repository: a folder, https://HOST/PATH, or oci://HOST/PATH")
    private String repository = "";

    @Mixin private final WishOptions options = new WishOptions();

    ParcelResolveVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Requirement requirement = requirement();
        Wishes wishes = options.wishes();
        Path lock = wishes.lock();
        String text =
                Attempt.of(() -> {
                    Catalogue catalogue =
                            Candidates.of(new Repositories(session).source(repository).catalogue());
                    return wishes.resolve(catalogue, requirement).lock().text();
                });
        if (lock == null) {
            text.lines().forEach(session.printer()::line);
        } else {
            Attempt.of(() -> Files.writeString(lock, text));
            session.remark(lock + " is written.");
        }
        return 0;
    }

    private Requirement requirement() {
        try {
            return Requirement.parse(wanted);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    String.valueOf(e.getMessage()),
                    e,
                    "Write it as 'shop >= 1.4 <2'.");
        }
    }
}
