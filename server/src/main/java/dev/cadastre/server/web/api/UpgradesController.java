package dev.cadastre.server.web.api;

import dev.cadastre.api.UpgradeAnswers;
import dev.cadastre.api.UpgradeQuestion;
import dev.cadastre.probe.OfferedPackage;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.inventory.asking.QuestionProgress;
import dev.cadastre.server.inventory.support.Upgrade;
import dev.cadastre.server.inventory.upgrade.UpgradeAnswer;
import dev.cadastre.server.inventory.upgrade.UpgradeQuestions;
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

/** Which newer versions the repositories of hosts offer, asked of hosts. */
@RestController
@RequestMapping(ApiPath.BASE + "/upgrades")
class UpgradesController {

    private final UpgradeQuestions questions;
    private final Permitted permitted;

    UpgradesController(UpgradeQuestions questions, Permitted permitted) {
        this.questions = questions;
        this.permitted = permitted;
    }

    /**
     * Asks the hosts that a query finds, a bounded number at once, and answers at once. What they
     * say is kept for the ways up at {@code /hosts/{name}/support}.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    UpgradeAnswers ask(@RequestBody UpgradeQuestion question) {
        permitted.reach(Verb.RUN, Part.INVENTORY);
        return answers(questions.ask(Objects.requireNonNullElse(question.q(), "")));
    }

    /** What hosts have answered so far, in that order. */
    @GetMapping("/{id}")
    UpgradeAnswers answers(@PathVariable String id, AnswerPart part) {
        permitted.reach(Verb.RUN, Part.INVENTORY);
        return answers(part.of(questions, id));
    }

    private static UpgradeAnswers answers(QuestionProgress<String, UpgradeAnswer> progress) {
        return new UpgradeAnswers(
                progress.id(),
                progress.total(),
                progress.done(),
                progress.answers().stream().map(UpgradesController::item).toList(),
                AnswerPart.next(progress));
    }

    private static UpgradeAnswers.Item item(UpgradeAnswer answer) {
        return new UpgradeAnswers.Item(
                answer.host(),
                answer.environment(),
                UpgradeAnswers.State.valueOf(answer.state().name()),
                answer.listedAt(),
                answer.upgrades().stream().map(UpgradesController::upgrade).toList(),
                answer.reason(),
                answer.remedy());
    }

    private static UpgradeAnswers.Upgrade upgrade(Upgrade upgrade) {
        OfferedPackage offer = upgrade.offer();
        return new UpgradeAnswers.Upgrade(
                offer.name(),
                offer.version(),
                offer.type().purlType(),
                offer.module(),
                offer.repository(),
                upgrade.installed(),
                SupportRecords.support(upgrade.judgement()));
    }
}
