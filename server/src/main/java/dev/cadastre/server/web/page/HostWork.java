package dev.cadastre.server.web.page;

import dev.cadastre.server.dispatch.Dispatch;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.inventory.CollectionProgress;
import dev.cadastre.server.inventory.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a host's page shows of work under way and of a host key that waits to be accepted. */
@Component
class HostWork {

    private final Collections collections;
    private final Dispatch dispatch;
    private final Estate estate;

    HostWork(Collections collections, Dispatch dispatch, Estate estate) {
        this.collections = collections;
        this.dispatch = dispatch;
        this.estate = estate;
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

    @Nullable String presented(String host) {
        return estate.host(host).flatMap(dispatch::presentedKey).orElse(null);
    }
}
