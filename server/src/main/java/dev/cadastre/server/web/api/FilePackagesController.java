package dev.cadastre.server.web.api;

import dev.cadastre.api.FileAnswers;
import dev.cadastre.api.FileQuestion;
import dev.cadastre.probe.HostFile;
import dev.cadastre.probe.InstalledPackage;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.inventory.asking.QuestionProgress;
import dev.cadastre.server.inventory.ownership.FileAnswer;
import dev.cadastre.server.inventory.ownership.FileQuestions;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which packages a file belongs to, asked of hosts. */
@RestController
@RequestMapping(ApiPath.BASE + "/file-packages")
class FilePackagesController {

    private final FileQuestions questions;
    private final Permitted permitted;

    FilePackagesController(FileQuestions questions, Permitted permitted) {
        this.questions = questions;
        this.permitted = permitted;
    }

    /** Asks the hosts that a query finds, a bounded number at once, and answers at once. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    FileAnswers ask(@RequestBody FileQuestion question) {
        permitted.reach(Verb.RUN, Part.INVENTORY);
        return answers(
                questions.ask(file(question.file()), Objects.requireNonNullElse(question.q(), "")));
    }

    private static HostFile file(String path) {
        try {
            return new HostFile(path);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemKind.FILE_INVALID,
                    String.valueOf(e.getMessage()),
                    "Name one file by its whole path, such as /usr/bin/psql.");
        }
    }

    /** What hosts have answered so far, in that order. */
    @GetMapping("/{id}")
    FileAnswers answers(@PathVariable String id, AnswerPart part) {
        permitted.reach(Verb.RUN, Part.INVENTORY);
        return answers(part.of(questions, id));
    }

    private static FileAnswers answers(QuestionProgress<HostFile, FileAnswer> progress) {
        return new FileAnswers(
                progress.id(),
                progress.subject().path(),
                progress.total(),
                progress.done(),
                progress.answers().stream().map(FilePackagesController::item).toList(),
                AnswerPart.next(progress));
    }

    private static FileAnswers.Item item(FileAnswer answer) {
        return new FileAnswers.Item(
                answer.host(),
                answer.environment(),
                FileAnswers.State.valueOf(answer.state().name()),
                answer.target(),
                answer.packages().stream().map(FilePackagesController::owning).toList(),
                answer.reason(),
                answer.remedy());
    }

    private static FileAnswers.Owning owning(FileAnswer.Owning owning) {
        InstalledPackage item = owning.installed();
        return new FileAnswers.Owning(
                new FileAnswers.Identity(
                        item.name(),
                        item.version(),
                        item.arch(),
                        item.type().purlType(),
                        owning.purl(),
                        item.source(),
                        item.vendor(),
                        item.root()),
                owning.file(),
                owning.byLink());
    }
}
