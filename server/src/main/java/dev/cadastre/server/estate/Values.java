package dev.cadastre.server.estate;

import dev.cadastre.ini.Binding;
import dev.cadastre.ini.Expansion;
import dev.cadastre.ini.Origin;
import dev.cadastre.ini.Problem;
import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import dev.cadastre.ini.Substitution;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads values of the estate, noting what is wrong with them once for each place in the file. */
final class Values {
    private record Place(Origin origin, String code) {}

    private final EstateLookup lookup;
    private final Problems problems;
    private final Set<Place> noted = new HashSet<>();
    private final Set<Origin> failed = new HashSet<>();

    Values(EstateLookup lookup, Problems problems) {
        this.lookup = lookup;
        this.problems = problems;
    }

    /** The value as seen from the scope; null when there is none or it cannot be substituted. */
    @Nullable String text(String scope, String key) {
        Binding binding = lookup.find(scope, key);
        return binding == null ? null : text(scope, binding);
    }

    /**
     * The value as seen from the scope, understood; null when there is none, it is empty (which
     * undoes an inherited one), or it is not valid.
     */
    <T> @Nullable T read(String scope, String key, Function<String, Checked<T>> parser) {
        Binding binding = lookup.find(scope, key);
        String text = binding == null ? null : text(scope, binding);
        if (binding == null || text == null || text.isEmpty()) {
            return null;
        }
        return switch (parser.apply(text)) {
            case Checked.Valid<T>(T value) -> value;
            case Checked.Invalid<T>(String message, String remedy) -> {
                error(binding, "estate.bad-value", key + " = " + message, remedy);
                yield null;
            }
        };
    }

    /** Substitutes every value that the scope sees, only to note what is wrong. */
    void checkAll(String scope) {
        for (String key : lookup.keys(scope)) {
            if (problems.isFull()) {
                return;
            }
            text(scope, key);
        }
    }

    /** A value that many hosts inherit is expanded for no further one after it failed. */
    private @Nullable String text(String scope, Binding binding) {
        if (binding.entry().rawValue().indexOf('$') < 0) {
            return binding.entry().rawValue();
        }
        if (failed.contains(binding.origin())) {
            return null;
        }
        return switch (Substitution.expand(lookup, scope, binding)) {
            case Expansion.Complete complete -> complete.text();
            case Expansion.Failed failure -> {
                failed.add(binding.origin());
                failure.problems().forEach(this::note);
                yield null;
            }
        };
    }

    void error(Binding binding, String code, String message, String remedy) {
        note(
                Problem.error(
                        binding.file(),
                        binding.entry().line(),
                        binding.entry().column(),
                        code,
                        message,
                        remedy));
    }

    private void note(Problem problem) {
        Origin origin = new Origin(problem.file(), "", "", problem.line());
        if (noted.add(new Place(origin, problem.code() + problem.column()))) {
            problems.add(problem);
        }
    }

    /** Refuses an owner that is no team. */
    @Nullable String owner(String scope, Sections sections) {
        return read(
                scope,
                Keys.OWNER,
                text -> {
                    if (sections.find(SectionKind.TEAM, text) != null) {
                        return new Checked.Valid<>(text);
                    }
                    return new Checked.Invalid<>(
                            Quoted.of(text) + " is not a team that is defined",
                            Suggestion.of(SectionKind.TEAM, text, sections));
                });
    }
}
