package dev.cadastre.server.parcels.app;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.ParcelRefused;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether what a revision was planned by is still so. In a transaction that has its apps. */
@Component
class Meanwhile {

    private final AppTable table;
    private final AppLists lists;

    Meanwhile(AppTable table, AppLists lists) {
        this.table = table;
        this.lists = lists;
    }

    /**
     * Nothing that it rests on has changed since.
     *
     * @throws ParcelRefused if something has, with all of it
     */
    void require(AppRevision planned) {
        if (table.isChangedSince(planned)) {
            throw AppStates.outdated("%s was changed since.".formatted(planned.app()));
        }
        if (planned.verb() == AppVerb.REMOVE) {
            requireUnneeded(planned.app());
            return;
        }
        List<ParcelProblem> moved =
                planned.bindings().stream().flatMap(binding -> moved(binding).stream()).toList();
        if (!moved.isEmpty()) {
            throw new ParcelRefused(ParcelRefused.Reason.CONFLICT, moved);
        }
    }

    /** One that is being deployed needs it already. */
    private void requireUnneeded(AppName app) {
        List<AppRevision> consumers =
                lists.bound(app, Reach.ALL, AppState.CURRENT, AppState.RUNNING);
        if (!consumers.isEmpty()) {
            throw Providers.needed(app, consumers);
        }
    }

    private Optional<ParcelProblem> moved(AppBinding binding) {
        int now = table.current(binding.provider()).map(AppRevision::number).orElse(0);
        boolean isAsRead = binding.revision() == 0 || binding.revision() == now;
        return isAsRead
                ? Optional.empty()
                : Optional.of(
                        new ParcelProblem(
                                "app.provider-changed",
                                "bindings." + binding.binding(),
                                now == 0
                                        ? "%s is not there any more.".formatted(binding.provider())
                                        : "%s was changed since this was planned: it is of revision %d instead of %d."
                                                .formatted(
                                                        binding.provider(),
                                                        now,
                                                        binding.revision()),
                                "Plan again, and look at what is different."));
    }
}
