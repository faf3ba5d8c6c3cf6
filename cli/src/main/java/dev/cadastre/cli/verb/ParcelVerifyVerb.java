package dev.cadastre.cli.verb;

import dev.cadastre.cli.parcel.Attempt;
import dev.cadastre.cli.parcel.OpenParcel;
import dev.cadastre.cli.parcel.Rebuild;
import dev.cadastre.cli.parcel.ScratchFolder;
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
            "Its tests that need no deployment are run, in a throw-away root where no data, no network"
                    + " and no other process is in reach; where none can be made they are not run.",
            "Exit status 1 if it has any error."
        },
        footer = {
            "",
            "Example: cadastre parcel verify shop",
            "         cadastre parcel verify shop --on ops@lab1",
            "         cadastre parcel verify shop-1.4.2.parcel --signed-by release.pub"
        })
final class ParcelVerifyVerb implements Callable<Integer> {

    private final Session session;

    @Mixin private final ParcelChoice choice = new ParcelChoice();

    @Mixin private final TrialChoice trials = new TrialChoice();

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
                problems.addAll(content(artefact, problems));
            }
            return problems;
        }
    }

    /** What is wrong already is neither built again nor run. */
    private List<Problem> content(ParcelArtefact artefact, List<Problem> before)
            throws IOException {
        if (before.stream().anyMatch(Problem::isError)) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>(ParcelLint.problems(artefact));
        problems.addAll(ScriptSyntax.problems(artefact));
        boolean isSound = problems.stream().noneMatch(Problem::isError);
        ScratchFolder.use(scratch -> {
            Path unpacked = scratch.resolve("parcel");
            artefact.unpack(unpacked);
            Rebuild.problem(artefact, unpacked).ifPresent(problems::add);
            if (isSound && trials.areWanted()) {
                problems.addAll(trials.of(session, artefact).problems(unpacked, scratch));
            }
        });
        return problems;
    }

    /** Signatures by others do not matter where one suffices. */
    private List<Problem> signed(OpenParcel parcel, ParcelArtefact artefact) throws IOException {
        Decision decision =
                Signatures.decide(parcel, artefact, keys, session.surroundings().clock().instant());
        return decision.isAccepted() ? List.of() : decision.problems();
    }
}
