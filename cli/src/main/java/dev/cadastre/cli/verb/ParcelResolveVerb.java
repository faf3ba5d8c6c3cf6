package dev.cadastre.cli.verb;

import dev.cadastre.cli.change.Problems;
import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.Candidates;
import dev.cadastre.cli.parcel.Repositories;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.resolution.Catalogue;
import dev.cadastre.parcel.resolution.LockReader;
import dev.cadastre.parcel.resolution.LockReading;
import dev.cadastre.parcel.resolution.Outcome;
import dev.cadastre.parcel.resolution.Preferences;
import dev.cadastre.parcel.resolution.Refusal;
import dev.cadastre.parcel.resolution.Resolution;
import dev.cadastre.parcel.resolution.Resolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--lock",
            paramLabel = "FILE",
            description = "the lock file: read if it is there, and written")
    private @Nullable Path lock;

    @Option(
            names = "--use",
            paramLabel = "BINDING=NAME",
            description = "the parcel that is to meet a requirement")
    private Map<String, String> uses = new LinkedHashMap<>();

    @Option(names = "--pin", paramLabel = "NAME=VERSION", description = "this version and no other")
    private Map<String, String> pins = new LinkedHashMap<>();

    @Option(names = "--with", paramLabel = "BINDING", description = "also what is optional")
    private List<String> optional = List.of();

    ParcelResolveVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Requirement requirement = requirement();
        String text =
                Attempt.of(() -> {
                    Catalogue catalogue =
                            Candidates.of(new Repositories(session).source(repository).catalogue());
                    return resolved(catalogue, requirement).lock().text();
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

    private Resolution resolved(Catalogue catalogue, Requirement requirement) throws IOException {
        Outcome outcome = Resolver.resolve(catalogue, requirement, preferences(catalogue));
        if (outcome instanceof Resolution resolution) {
            return resolution;
        }
        throw new Failure(
                Failure.Kind.NO,
                "Nothing goes together",
                ((Refusal) outcome).problems().stream().map(Problem::toString).toList());
    }

    private Preferences preferences(Catalogue catalogue) throws IOException {
        Preferences preferences = Preferences.NONE;
        for (Map.Entry<String, String> use : uses.entrySet()) {
            preferences = preferences.use(use.getValue(), use.getKey());
        }
        for (Map.Entry<String, String> pin : pins.entrySet()) {
            preferences = preferences.pin(pin.getKey(), pin.getValue());
        }
        for (String binding : optional) {
            preferences = preferences.want(binding);
        }
        if (lock == null || !Files.exists(lock)) {
            return preferences;
        }
        if (Files.size(lock) > LockReader.MOST_BYTES) {
            throw new Failure(
                    Failure.Kind.NO, lock + " is too long for a lock file", "Name another.");
        }
        LockReading reading = LockReader.read(lock.toString(), Files.readAllBytes(lock));
        new Problems()
                .add(reading.problems())
                .add(reading.differences(catalogue))
                .require(lock.toString(), "used", Failure.Kind.NO);
        return reading.lock().map(preferences::lockedBy).orElse(preferences);
    }
}
