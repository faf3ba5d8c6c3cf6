package dev.cadastre.server.topology.recognition;

import dev.cadastre.ini.Quoted;
import dev.cadastre.server.estate.Port;
import dev.cadastre.server.estate.Product;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Recognises the programs of one host. Immutable. */
public final class HostRecognition {
    private record Verdict(Evidence evidence, Sureness sureness, String reason) {}

    private final Products products;
    private final HostMarks host;
    private final Map<Port, Set<String>> accepted;

    HostRecognition(Products products, HostPrograms programs) {
        this.products = products;
        this.host = new HostMarks(products, programs);
        this.accepted = programs.accepted();
    }

    /** What a program is; empty where that cannot be told, or several products are as likely. */
    public Optional<Recognised> of(Program program) {
        ProgramMarks marks = new ProgramMarks(program, products, host, accepted);
        return verdict(marks).map(verdict -> recognised(verdict, program, marks));
    }

    /** A process' own name goes before all else; that of a runtime is shared by what it runs. */
    private static Optional<Verdict> verdict(ProgramMarks marks) {
        if (marks.isHidden()) {
            return hidden(marks);
        }
        List<Evidence> runtimes = marks.runtimes();
        List<Evidence> named = marks.named();
        if (!runtimes.isEmpty()) {
            return carried(named, marks).or(() -> Choice.of(runtimes).map(HostRecognition::called));
        }
        return named.isEmpty() ? unknownProcess(marks) : called(named);
    }

    private static Optional<Verdict> called(List<Evidence> named) {
        List<Evidence> fitting = named.stream().filter(e -> e.foreign() == null).toList();
        List<Evidence> best = Choice.best(fitting.isEmpty() ? named : fitting);
        if (best.size() == 1) {
            return Optional.of(called(best.getFirst()));
        }
        return Choice.of(best)
                .or(() -> best.stream().findFirst())
                .map(evidence ->
                        new Verdict(
                                evidence,
                                Sureness.LIKELY,
                                processWords(evidence) + ", as others are too."));
    }

    private static Verdict called(Evidence evidence) {
        return new Verdict(evidence, Sureness.CERTAIN, processWords(evidence) + ".");
    }

    private static String processWords(Evidence evidence) {
        return "Its process is called "
                + Quoted.of(Objects.requireNonNullElse(evidence.process(), ""));
    }

    /** What runs on a runtime has its account, or else its port. */
    private static Optional<Verdict> carried(List<Evidence> named, ProgramMarks marks) {
        List<Evidence> shown =
                named.stream()
                        .filter(e -> e.account() != null || e.port() != null)
                        .filter(Predicate.not(marks::isContradicted))
                        .toList();
        return Choice.of(shown).map(HostRecognition::likely);
    }

    /** Another name contradicts all but an account at its own port. */
    private static Optional<Verdict> unknownProcess(ProgramMarks marks) {
        return Choice.of(atOwnPort(marks)).map(HostRecognition::likely);
    }

    private static List<Evidence> atOwnPort(ProgramMarks marks) {
        return marks.byAccount().stream().filter(evidence -> evidence.port() != null).toList();
    }

    /** The first kind of evidence that there is decides, even if it is to say nothing. */
    private static Optional<Verdict> hidden(ProgramMarks marks) {
        List<Evidence> atOwnPort = atOwnPort(marks);
        if (!atOwnPort.isEmpty()) {
            return Choice.of(atOwnPort).map(HostRecognition::likely);
        }
        Optional<Verdict> byAccount = byAccount(marks);
        return byAccount.isPresent() ? byAccount : byPort(marks);
    }

    /**
     * An account of one product tells it at any port that is not another's. Of several products
     * that share an account, what only connects is the one that is on the host.
     */
    private static Optional<Verdict> byAccount(ProgramMarks marks) {
        List<Evidence> all = marks.byAccount().stream().filter(e -> !marks.isElsewhere(e)).toList();
        List<Evidence> onHost = all.stream().filter(Evidence::isOnHost).toList();
        List<Evidence> possible = marks.onlyConnects() && !onHost.isEmpty() ? onHost : all;
        List<Evidence> known =
                Choice.isOneFamily(possible)
                        ? possible
                        : possible.stream().filter(HostRecognition::isKnownByAccount).toList();
        return Choice.isOneFamily(known)
                ? Choice.of(known).map(HostRecognition::likely)
                : Optional.empty();
    }

    private static boolean isKnownByAccount(Evidence evidence) {
        List<String> accounts = evidence.product().marks().accounts();
        return !accounts.isEmpty() && accounts.getFirst().equals(evidence.account());
    }

    private static Optional<Verdict> byPort(ProgramMarks marks) {
        List<Evidence> possible =
                marks.byPort().stream().filter(Predicate.not(marks::isContradicted)).toList();
        List<Evidence> onHost = possible.stream().filter(Evidence::isOnHost).toList();
        if (!onHost.isEmpty()) {
            return Choice.of(onHost)
                    .map(e -> e.foreign() == null ? likely(e) : assumed(e, e.foreign()));
        }
        return Choice.of(possible).map(evidence -> assumed(evidence, evidence.foreign()));
    }

    private static Verdict likely(Evidence evidence) {
        return new Verdict(evidence, Sureness.LIKELY, "Told by " + evidence.words() + ".");
    }

    private static Verdict assumed(Evidence evidence, @Nullable String foreign) {
        String alone = evidence.isOnHost() ? "" : " alone";
        String although =
                foreign == null
                        ? ""
                        : "; account " + Quoted.of(foreign) + " is not one that it usually has";
        return new Verdict(
                evidence,
                Sureness.ASSUMED,
                "Assumed from " + evidence.words() + alone + although + ".");
    }

    private Recognised recognised(Verdict verdict, Program program, ProgramMarks marks) {
        Product product = verdict.evidence().product();
        return new Recognised(
                product.name(),
                product.title(),
                product.role(),
                host.versionOf(product),
                verdict.sureness(),
                verdict.reason(),
                framework(program, marks));
    }

    private @Nullable Framework framework(Program program, ProgramMarks marks) {
        ProgramRuntime runtime = program.runtime();
        if (runtime == null) {
            return null;
        }
        HostMarks root =
                new HostMarks(products, new HostPrograms(runtime.packages(), Set.of(), Map.of()));
        return marks.frameworks().stream()
                .filter(product -> root.packageOf(product) != null)
                .findFirst()
                .map(product ->
                        new Framework(product.name(), product.title(), root.versionOf(product)))
                .orElse(null);
    }
}
