package dev.cadastre.parcel.resolution;

import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.oci.Digests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A catalogue, and what is asked of it, as lines that people read. */
final class Case {

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Lock.Parcel> locked = new ArrayList<>();
    private Preferences preferences = Preferences.NONE;
    private Requirement root = Requirement.parse("nothing");

    private Case() {}

    static Case read(String text) {
        Case read = new Case();
        text.lines().filter(line -> !line.isBlank()).forEach(read::line);
        if (!read.locked.isEmpty()) {
            read.preferences = read.preferences.lockedBy(Lock.of(read.root, read.locked));
        }
        return read;
    }

    static String digest(String name, String version) {
        return Digests.of((name + " " + version).getBytes(StandardCharsets.UTF_8));
    }

    static Candidate candidate(String name, String version) {
        return new Candidate(name, version, List.of(), List.of(), digest(name, version));
    }

    private void line(String line) {
        String[] words = line.strip().split("\\s+", -1);
        String rest = line.strip().substring(words[0].length()).strip();
        switch (words[0]) {
            case "requires" -> requires(Requirement.parse(rest));
            case "provides" -> provides(words);
            case "ask" -> root = Requirement.parse(rest);
            case "pin" -> preferences = preferences.pin(words[1], words[2]);
            case "use" -> preferences = preferences.use(words[1], words[3]);
            case "want" -> preferences = preferences.want(words[1]);
            case "deployed" -> preferences = preferences.deployed(words[1], words[2]);
            case "lock" -> lock(words);
            default -> candidates.add(candidate(words[0], words[1]));
        }
    }

    private Candidate last() {
        return candidates.remove(candidates.size() - 1);
    }

    private void requires(Requirement requirement) {
        Candidate it = last();
        List<Requirement> all = new ArrayList<>(it.requirements());
        all.add(requirement);
        candidates.add(new Candidate(it.name(), it.version(), it.provisions(), all, it.digest()));
    }

    private void provides(String[] words) {
        Candidate it = last();
        List<Provision> all = new ArrayList<>(it.provisions());
        all.add(new Provision(words[1], words.length > 2 ? words[2] : it.version()));
        candidates.add(new Candidate(it.name(), it.version(), all, it.requirements(), it.digest()));
    }

    private void lock(String[] words) {
        Map<String, String> bindings = new HashMap<>();
        for (int i = 3; i < words.length; i++) {
            String[] binding = words[i].split("=", -1);
            bindings.put(binding[0], binding[1]);
        }
        locked.add(new Lock.Parcel(words[1], words[2], digest(words[1], words[2]), bindings));
    }

    Catalogue catalogue() {
        return Catalogue.of(candidates);
    }

    Outcome outcome() {
        return Resolver.resolve(catalogue(), root, preferences);
    }

    /** What came of it: parcels with what meets their bindings, or problems. */
    static String told(Outcome outcome) {
        StringBuilder told = new StringBuilder();
        if (outcome instanceof Resolution resolution) {
            for (Resolution.Chosen chosen : resolution.parcels()) {
                told.append("> ").append(chosen.candidate());
                chosen.bindings().forEach((key, value) -> told.append(" " + key + "=" + value));
                told.append('\n');
            }
        } else if (outcome instanceof Refusal refusal) {
            refusal.problems().forEach(problem -> told.append("! ").append(problem).append('\n'));
        }
        return told.toString();
    }
}
