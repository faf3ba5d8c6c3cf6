package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.OpenParcel;
import dev.cadastre.cli.parcel.ScriptSyntax;
import dev.cadastre.cli.parcel.Signatures;
import dev.cadastre.cli.session.Session;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.lint.ParcelLint;
import dev.cadastre.parcel.trust.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cadastre parcel verify PARCEL}. */
@Command(
        name = "verify",
        description = {
            "Report all problems of a parcel at once: its folder, schema, changes, templates and"
                    + " scripts, or what an artefact's layers hold.",
            "Exit status 1 if it has any."
        },
        footer = {
            "",
            "Example: cadastre parcel verify shop",
            "         cadastre parcel verify shop-1.4.2.parcel --signed-by release.pub"
        })
final class ParcelVerifyVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final ParcelChoice choice = new ParcelChoice();

    @Option(
            names = "--signed-by",
            paramLabel = "FILE",
            description = "a public key: it has to be signed by this one, or another that is given")
    private List<Path> keys = List.of();

    ParcelVerifyVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Problem> problems = Attempt.of(this::problems);
        problems.forEach(problem -> session.printer().line(problem.toString()));
        session.remark(
                problems.isEmpty()
                        ? choice.text() + " is sound."
                        : "%s has %d %s."
                                .formatted(
                                        choice.text(),
                                        problems.size(),
                                        problems.size() == 1 ? "problem" : "problems"));
        return problems.stream().anyMatch(Problem::isError) ? 1 : 0;
    }

    private List<Problem> problems() throws IOException {
        try (OpenParcel parcel = choice.open(session)) {
            List<Problem> problems = new ArrayList<>(parcel.problems());
            if (parcel.artefact().isPresent()) {
                ParcelArtefact artefact = parcel.artefact().get();
                problems.addAll(artefact.verify());
                if (!keys.isEmpty()) {
                    problems.addAll(signed(parcel, artefact));
                }
                if (problems.stream().noneMatch(Problem::isError)) {
                    problems.addAll(ParcelLint.problems(artefact));
                    problems.addAll(ScriptSyntax.problems(artefact));
                }
            }
            return problems;
        }
    }

    /** Signatures by others do not matter where one suffices. */
    private List<Problem> signed(OpenParcel parcel, ParcelArtefact artefact) throws IOException {
        Decision decision =
                Signatures.decide(parcel, artefact, keys, session.surroundings().clock().instant());
        return decision.isAccepted() ? List.of() : decision.problems();
    }
}
