package dev.cadastre.cli.parcel.trial;

import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.definition.TestDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs all tests of a parcel where it is deployed. */
public final class DeployedTrials {

    private static final String ROOT = "root";

    private final ParcelDefinition definition;
    private final TrialValues values;
    private final Function<String, TrialPlace> places;

    /**
     * What came of a test.
     *
     * @param test its name
     * @param problem empty if it was passed
     */
    public record Report(String test, Optional<Problem> problem) {}

    /**
     * Of that parcel.
     *
     * @param values that were put into it
     * @param places where an account runs tests
     */
    public DeployedTrials(
            ParcelDefinition definition,
            Map<String, String> values,
            Function<String, TrialPlace> places) {
        this.definition = definition;
        this.values = new TrialValues(values);
        this.places = places;
    }

    /**
     * What they tell, in the order of their names.
     *
     * @param folder of the parcel's files
     * @param scratch a folder for what is needed meanwhile
     */
    public List<Report> run(Path folder, Path scratch) throws IOException {
        List<Report> reports = new ArrayList<>();
        if (definition.tests().isEmpty()) {
            return reports;
        }
        Path tar = ParcelTrials.packed(folder, scratch);
        for (TestDefinition test : definition.tests().values()) {
            reports.add(new Report(test.name(), problem(test, tar)));
        }
        Files.deleteIfExists(tar);
        return reports;
    }

    private Optional<Problem> problem(TestDefinition test, Path tar) throws IOException {
        try {
            String account = values.in(test.as());
            return ParcelTrials.problem(
                    ParcelTrials.trial(test, values),
                    places.apply(account.isEmpty() ? ROOT : account),
                    tar);
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    TrialVerdict.notRun(
                            test.file(),
                            String.valueOf(e.getMessage()),
                            "give that a value by -p"));
        }
    }
}
