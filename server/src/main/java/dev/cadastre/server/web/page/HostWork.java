package dev.cadastre.server.web.page;

import dev.cadastre.server.dispatch.Dispatch;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.inventory.CollectionProgress;
import dev.cadastre.server.inventory.Collections;
import dev.cadastre.server.inventory.asking.QuestionProgress;
import dev.cadastre.server.inventory.upgrade.UpgradeAnswer;
import dev.cadastre.server.inventory.upgrade.UpgradeQuestions;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a host's page shows of work under way and of a host key that waits to be accepted. */
@Component
class HostWork {

    private final Collections collections;
    private final Dispatch dispatch;
    private final Estate estate;
    private final UpgradeQuestions upgrades;

    HostWork(Collections collections, Dispatch dispatch, Estate estate, UpgradeQuestions upgrades) {
        this.collections = collections;
        this.dispatch = dispatch;
        this.estate = estate;
        this.upgrades = upgrades;
    }

    /** The same id as long as that collection is not finished; null then, or if it is not known. */
    @Nullable String underWay(@Nullable String collection) {
        if (collection == null) {
            return null;
        }
        return collections
                .progress(collection)
                .filter(progress -> !progress.finished())
                .map(CollectionProgress::id)
                .orElse(null);
    }

    /** How asking the host's repositories goes; null if that question is not known. */
    HostPage.@Nullable Asking asking(@Nullable String question) {
        return question == null
                ? null
                : upgrades.progress(question, 0, 1).map(HostWork::asking).orElse(null);
    }

    private static HostPage.Asking asking(QuestionProgress<String, UpgradeAnswer> progress) {
        String said =
                progress.answers().stream()
                        .flatMap(answer -> Stream.of(answer.reason(), answer.remedy()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        return new HostPage.Asking(progress.id(), !progress.answers().isEmpty(), said);
    }

    @Nullable String presented(String host) {
        return estate.host(host).flatMap(dispatch::presentedKey).orElse(null);
    }
}
