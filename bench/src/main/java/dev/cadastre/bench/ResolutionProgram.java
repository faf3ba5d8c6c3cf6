package dev.cadastre.bench;

import dev.cadastre.parcel.resolution.Candidate;
import dev.cadastre.parcel.resolution.Catalogue;
import dev.cadastre.parcel.resolution.Outcome;
import dev.cadastre.parcel.resolution.Preferences;
import dev.cadastre.parcel.resolution.Resolution;
import dev.cadastre.parcel.resolution.Resolver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Resolves one catalogue in a process that has never resolved any, as a command does. */
final class ResolutionProgram {

    private ResolutionProgram() {}

    /** Takes the kind, the parcels, their versions and the seed; prints the seconds. */
    public static void main(String... arguments) {
        List<Candidate> candidates =
                LargeCatalogue.of(
                        LargeCatalogue.Kind.valueOf(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Long.parseLong(arguments[3]));
        System.out.println(seconds(candidates, Integer.parseInt(arguments[1])));
    }

    /** From candidates to the choice, which must be one version of each parcel. */
    static double seconds(List<Candidate> candidates, int parcels) {
        long begun = System.nanoTime();
        Outcome outcome =
                Resolver.resolve(Catalogue.of(candidates), LargeCatalogue.ROOT, Preferences.NONE);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (!(outcome instanceof Resolution resolution) || resolution.parcels().size() != parcels) {
            throw new IllegalStateException("not resolved: " + outcome);
        }
        return seconds;
    }

    /** Runs it in a JVM of its own. */
    static double secondsOfNewProcess(
            LargeCatalogue.Kind kind, int parcels, int versions, long seed)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(ResolutionProgram.class.getName());
        command.addAll(List.of(kind.name(), parcels + "", versions + "", seed + ""));
        String output = Shell.run(Map.of(), command.toArray(String[]::new)).output();
        return Double.parseDouble(output.strip());
    }
}
