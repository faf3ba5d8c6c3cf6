package dev.cadastre.cli.parcel.trial;

import dev.cadastre.change.file.Words;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.time.Span;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.definition.TestDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the tests of a parcel that tell something without a deployment. */
public final class ParcelTrials {

    private static final Duration USUAL = Duration.ofMinutes(1);

    private static final String WITHOUT_DEPLOYMENT =
            "give that a default, or say verify = no if the test needs a deployment";

    private final ParcelArtefact parcel;
    private final TrialPlace place;

    /** Of that parcel, there. */
    public ParcelTrials(ParcelArtefact parcel, TrialPlace place) {
        this.parcel = parcel;
        this.place = place;
    }

    /** Which of its tests are run. */
    public static List<TestDefinition> wanted(ParcelArtefact parcel) {
        return parcel.contents().definition().tests().values().stream()
                .filter(TestDefinition::verify)
                .toList();
    }

    /**
     * What they tell, in the order of their names.
     *
     * @param folder of the parcel's files
     * @param scratch a folder for what is needed meanwhile
     */
    public List<Problem> problems(Path folder, Path scratch) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<TestDefinition> wanted = wanted(parcel);
        if (wanted.isEmpty()) {
            return problems;
        }
        Path tar = packed(folder, scratch);
        TrialValues values = TrialValues.of(parcel.contents());
        for (TestDefinition test : wanted) {
            problem(test, values, tar).ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<Problem> problem(TestDefinition test, TrialValues values, Path tar)
            throws IOException {
        Trial trial;
        try {
            trial = trial(test, values);
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    TrialVerdict.notRun(
                            test.file(), String.valueOf(e.getMessage()), WITHOUT_DEPLOYMENT));
        }
        return problem(trial, place, tar);
    }

    /** What one tells there. */
    static Optional<Problem> problem(Trial trial, TrialPlace place, Path tar) throws IOException {
        try {
            return TrialVerdict.of(trial, place.run(tar, trial));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(
                    TrialVerdict.notRun(trial.file(), "somebody ended this", "run it again"));
        }
    }

    /** As it is called with these values. */
    static Trial trial(TestDefinition test, TrialValues values) {
        Duration limit = Span.parse(values.in(test.timeout())).map(Span::clock).orElse(USUAL);
        return new Trial(test.file(), Words.of(values.in(test.arguments())).words(), limit);
    }

    /** A tar of the parcel's folder. */
    static Path packed(Path folder, Path scratch) throws IOException {
        Path tar = scratch.resolve("parcel.tar");
        Process process =
                new ProcessBuilder("tar", "-cf", tar.toString(), "-C", folder.toString(), ".")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() == 0 && Files.isRegularFile(tar)) {
                return tar;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Failure(
                Failure.Kind.NO, "tar cannot pack the parcel: " + said, "See that it is there.");
    }
}
