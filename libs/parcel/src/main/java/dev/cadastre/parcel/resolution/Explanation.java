package dev.cadastre.parcel.resolution;

import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Spelling;
import dev.cadastre.parcel.resolution.DeadEnd.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says to people why nothing was chosen: which versions there were, and why each was out. */
final class Explanation {

    private static final int MOST_PROBLEMS = 8;
    private static final int MOST_REASONS = 6;
    private static final String REMEDY =
            "bring a version that fits into the repository, or ask for another";

    private final Catalogue catalogue;
    private final String subject;

    Explanation(Catalogue catalogue, String subject) {
        this.catalogue = catalogue;
        this.subject = subject;
    }

    /** A problem of the resolution as a whole. */
    Problem problem(String code, String message, String remedy) {
        return Problem.error(subject, 0, 0, code, message, remedy);
    }

    private Problem unresolved(String message, String remedy) {
        return problem("parcel.unresolved", message, remedy);
    }

    /** Of what a person asked for and nothing meets. */
    Problem hopeless(Need root) {
        String near =
                root.providers().isEmpty()
                                && catalogue.providers(root.requirement().name()).isEmpty()
                        ? Spelling.closest(root.requirement().name(), catalogue.provided())
                        : null;
        return unresolved(
                "%s, and %s".formatted(root, lack(root)),
                near == null ? REMEDY : "did you mean '%s'?".formatted(near));
    }

    /** Of so much that nobody would read the reasons. */
    Problem nothing() {
        return unresolved(
                "of very many combinations of versions, none fits",
                "ask for less at once, or pin versions to see what they exclude");
    }

    Problem tooMany() {
        return unresolved(
                "there are too many combinations of versions to try all of them",
                "pin the versions of some parcels");
    }

    /** Of a choice that nobody made. */
    Problem ambiguous(Need need) {
        return problem(
                "parcel.ambiguous",
                "%s, which each of %s meets".formatted(need, Wording.list(need.providers())),
                "choose one, as by --use %s=%s"
                        .formatted(
                                Preferences.key(need.requirer(), need.requirement()),
                                need.provider()));
    }

    /** Of a binding that was asked for or chosen for, and that nothing has. */
    Problem noBinding(String binding) {
        return unresolved(
                "nothing that was chosen has the binding '%s'".formatted(binding),
                "name a binding, as 'database' or 'guestbook.database'");
    }

    Problem cycle(List<Candidate> path) {
        List<String> names = path.stream().map(Candidate::toString).toList();
        String shown =
                names.size() <= 2 * MOST_REASONS
                        ? String.join(" -> ", names)
                        : "%s -> (%d more) -> %s"
                                .formatted(
                                        String.join(" -> ", names.subList(0, MOST_REASONS)),
                                        names.size() - MOST_REASONS - 1,
                                        names.get(names.size() - 1));
        return problem(
                "parcel.cycle",
                "each of these requires the next: " + shown,
                "none of them can be installed first; take away one of the requirements");
    }

    /** Of a search that found nothing, from what was asked for down to what is missing. */
    List<Problem> unresolved(DeadEnd end) {
        List<Problem> problems = new ArrayList<>();
        for (@Nullable DeadEnd at = end; at != null; at = at.deeper()) {
            if (problems.size() == MOST_PROBLEMS) {
                problems.add(unresolved("that is not all; the rest is left out", REMEDY));
                break;
            }
            problems.add(
                    unresolved(
                            "no version of %s fits: %s".formatted(at.parcel(), why(at)), REMEDY));
        }
        return problems;
    }

    private String why(DeadEnd end) {
        Map<String, List<String>> versions = new LinkedHashMap<>();
        for (Rejection rejection : end.rejections()) {
            versions.computeIfAbsent(words(rejection), words -> new ArrayList<>())
                    .add(rejection.candidate().version());
        }
        List<String> reasons =
                versions.entrySet().stream()
                        .limit(MOST_REASONS)
                        .map(reason -> Wording.list(reason.getValue()) + ": " + reason.getKey())
                        .toList();
        int more = versions.size() - reasons.size();
        return String.join("; ", reasons)
                + (more == 0 ? "" : "; and %d more reasons".formatted(more));
    }

    private String words(Rejection rejection) {
        Object other = rejection.other();
        Need need = rejection.need();
        if (need == null) {
            return rejection.reason() == DeadEnd.Reason.PINNED
                    ? "another version was pinned"
                    : "with it, no version of %s fits".formatted(other);
        }
        String wish = "it requires " + Wording.of(need.requirement());
        return switch (rejection.reason()) {
            case LACKING -> "%s, and %s".formatted(wish, lack(need));
            case TAKEN -> "%s, which does not go with %s".formatted(wish, other);
            case CLASH -> "%s, and %s".formatted(wish, other);
            case DEEPER -> wish + ", of which no version fits";
            default -> need.toString();
        };
    }

    private String lack(Need need) {
        String name = need.requirement().name();
        if (!need.providers().isEmpty()) {
            return "no version of %s, which was to be used, provides that"
                    .formatted(need.provider());
        }
        List<String> there =
                catalogue.providers(name).stream()
                        .filter(parcel -> isOther(need, parcel))
                        .flatMap(parcel -> catalogue.versions(parcel).stream())
                        .flatMap(candidate -> provided(candidate, name))
                        .toList();
        return there.isEmpty()
                ? "nothing%s is called or provides '%s'"
                        .formatted(need.requirer() == null ? "" : " else", name)
                : "there is only " + Wording.list(there);
    }

    private static boolean isOther(Need need, String parcel) {
        Candidate requirer = need.requirer();
        return requirer == null || !requirer.name().equals(parcel);
    }

    /**
     * What a candidate is under a name: {@code postgresql 13.1}, or {@code http 1.1 (nginx 2.0)}.
     */
    private static Stream<String> provided(Candidate candidate, String name) {
        return candidate.provisions().stream()
                .filter(provision -> provision.name().equals(name))
                .map(provision ->
                        candidate.name().equals(name)
                                ? candidate.toString()
                                : "%s (%s)".formatted(provision, candidate));
    }
}
