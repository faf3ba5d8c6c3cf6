package dev.cadastre.server.web.api.run;

import static dev.cadastre.server.web.api.run.PlanRecords.host;
import static dev.cadastre.server.web.api.run.PlanRecords.orNull;

import dev.cadastre.api.run.AskKind;
import dev.cadastre.api.run.LocalTask;
import dev.cadastre.api.run.QuestionKind;
import dev.cadastre.api.run.Run;
import dev.cadastre.api.run.RunAsk;
import dev.cadastre.api.run.RunCell;
import dev.cadastre.api.run.RunDetail;
import dev.cadastre.api.run.RunEntry;
import dev.cadastre.api.run.RunPhase;
import dev.cadastre.api.run.RunPlace;
import dev.cadastre.api.run.RunQuestion;
import dev.cadastre.api.run.RunStatus;
import dev.cadastre.change.run.Cell;
import dev.cadastre.change.run.Ending;
import dev.cadastre.change.run.Hold;
import dev.cadastre.change.run.Lane;
import dev.cadastre.change.run.RunHead;
import dev.cadastre.change.run.RunView;
import dev.cadastre.server.change.ChangeRun;
import dev.cadastre.server.change.asking.Ask;
import dev.cadastre.server.change.keeping.JournalLine;
import dev.cadastre.server.change.running.RunStory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is known of runs, as it is sent. */
final class RunRecords {

    private RunRecords() {}

    static Run run(ChangeRun one) {
        return new Run(
                one.id(),
                one.name(),
                one.change(),
                RunStatus.valueOf(one.status().name()),
                RunPhase.valueOf(one.phase().name()),
                orNull(one.reason()),
                one.who(),
                orNull(one.why()),
                one.plan(),
                one.archive(),
                one.environments(),
                one.hosts().stream().map(ChangeRun.RunHost::host).toList(),
                one.begunAt(),
                one.endedAt(),
                one.revision(),
                one.undoing(),
                orNull(one.approvedBy()),
                orNull(one.offlineBy()));
    }

    static RunDetail detail(RunStory one) {
        RunHead head = one.view().head();
        return new RunDetail(
                run(one.run()),
                PlanRecords.settings(head.settings()),
                head.parameters(),
                head.jobs().stream().map(PlanRecords::job).toList(),
                one.lanes().stream().map(RunRecords::place).toList(),
                one.questions().stream().map(RunRecords::question).toList(),
                one.attached());
    }

    private static RunPlace place(Lane lane) {
        return new RunPlace(
                host(lane.place()),
                lane.running() == null ? null : lane.running().toString(),
                lane.hold().lock() != Hold.Lock.FREE,
                lane.failure() == null ? null : failure(lane),
                cells(lane.jobs(), false),
                cells(lane.undone(), true));
    }

    private static String failure(Lane lane) {
        var failure = lane.failure();
        return failure == null ? "" : "%s: %s".formatted(failure.step(), failure.ending().reason());
    }

    /** Of what is to be undone only that which was. */
    private static List<RunCell> cells(Map<String, Cell> cells, boolean begunOnly) {
        List<RunCell> shown = new ArrayList<>();
        cells.forEach((job, cell) -> {
            if (!begunOnly || cell.attempts() > 0 || cell.skipped()) {
                shown.add(cell(job, cell));
            }
        });
        return shown;
    }

    private static RunCell cell(String job, Cell cell) {
        Ending ending = cell.ending();
        return new RunCell(
                job,
                RunStatus.valueOf(cell.status().name()),
                cell.changed(),
                cell.skipped(),
                cell.attempts(),
                ending == null ? null : ending.took().toMillis(),
                ending == null ? null : orNull(ending.code()),
                ending == null ? null : orNull(ending.reason()),
                ending == null ? List.of() : ending.wishes(),
                ending == null ? List.of() : ending.differences(),
                orNull(cell.question()));
    }

    private static RunQuestion question(RunView.Question one) {
        return new RunQuestion(
                one.isNote() ? QuestionKind.NOTE : QuestionKind.SETTLE,
                one.job(),
                host(one.place()),
                one.text());
    }

    static RunEntry entry(JournalLine one) {
        return new RunEntry(one.number(), one.at(), one.kind(), one.line());
    }

    static RunAsk ask(Ask one) {
        return new RunAsk(
                one.id(),
                AskKind.valueOf(one.kind().name()),
                orNull(one.name()),
                one.wasWrong(),
                one.tasks().stream().map(RunRecords::task).toList(),
                orNull(one.basis()),
                one.claimedBy());
    }

    private static LocalTask task(dev.cadastre.server.change.asking.LocalTask one) {
        return new LocalTask(
                one.number(),
                one.name(),
                one.job(),
                one.undoing(),
                one.before(),
                one.as(),
                one.limit().toSeconds());
    }
}
