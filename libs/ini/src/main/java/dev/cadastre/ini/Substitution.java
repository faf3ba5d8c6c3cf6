package dev.cadastre.ini;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replaces {@code ${key}}, {@code ${scope:key}} and {@code $$} as Python's {@code
 * ExtendedInterpolation} does. Bounded in depth, length and number of references, so that no file
 * can make it work for long.
 */
public final class Substitution {
    /** How many values that contain references may be inside each other, the same as in Python. */
    public static final int DEEPEST = 10;

    /** How long a value may become, in UTF-16 units. */
    public static final int LONGEST = 65_536;

    /** How many references may be followed for one value. */
    public static final int MOST_REFERENCES = 10_000;

    private record Step(String scope, Binding binding) {}

    private final Lookup lookup;
    private final Binding root;
    private final Deque<Step> chain = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final Set<Origin> origins = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private int references;
    private boolean stopped;

    private Substitution(Lookup lookup, Binding root) {
        this.lookup = lookup;
        this.root = root;
    }

    /**
     * Expands the value of a binding.
     *
     * @param scope from where the value is seen, which decides what {@code ${key}} means
     */
    public static Expansion expand(Lookup lookup, String scope, Binding binding) {
        Substitution run = new Substitution(lookup, binding);
        run.value(scope, binding);
        return run.problems.isEmpty()
                ? new Expansion.Complete(run.text.toString(), List.copyOf(run.origins))
                : new Expansion.Failed(run.problems);
    }

    private void value(String scope, Binding binding) {
        origins.add(binding.origin());
        String raw = binding.entry().rawValue();
        if (raw.indexOf('$') < 0) {
            append(raw);
            return;
        }
        Step step = new Step(scope, binding);
        if (mayEnter(step)) {
            chain.addLast(step);
            parts(scope, binding);
            chain.removeLast();
        }
    }

    private boolean mayEnter(Step step) {
        if (chain.contains(step)) {
            stop("ini.reference-cycle", "refers back to itself: " + path(step));
        } else if (chain.size() == DEEPEST) {
            stop(
                    "ini.reference-depth",
                    "nests references more than " + DEEPEST + " deep: " + path(step));
        }
        return !stopped;
    }

    private void parts(String scope, Binding binding) {
        for (Template.Part part : Template.parts(binding.entry().rawValue())) {
            if (stopped) {
                return;
            }
            part(scope, binding, part);
        }
    }

    private void part(String scope, Binding binding, Template.Part part) {
        if (part instanceof Template.Text words) {
            append(words.text());
        } else if (part instanceof Template.Reference reference) {
            follow(scope, binding, reference);
        } else if (part instanceof Template.Broken broken) {
            problems.add(ReferenceProblem.syntax(binding, broken));
        }
    }

    private void follow(String scope, Binding binding, Template.Reference reference) {
        String wanted = reference.scope() == null ? scope : reference.scope();
        Binding found = lookup.find(wanted, reference.key());
        if (found == null) {
            problems.add(ReferenceProblem.missing(lookup, binding, reference, wanted));
        } else if (++references > MOST_REFERENCES) {
            stop("ini.reference-count", "follows more than " + MOST_REFERENCES + " references");
        } else {
            value(wanted, found);
        }
    }

    private void append(String words) {
        if (text.length() + words.length() > LONGEST) {
            stop("ini.value-too-long", "grows beyond " + LONGEST + " characters");
        } else {
            text.append(words);
        }
    }

    private void stop(String code, String what) {
        stopped = true;
        problems.add(ReferenceProblem.stopped(root, code, what));
    }

    private String path(Step last) {
        return Stream.concat(chain.stream(), Stream.of(last))
                .map(step -> ReferenceProblem.named(step.binding()))
                .collect(Collectors.joining(" → "));
    }
}
