package dev.cadastre.server.parcels.app;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.search.SearchHit;
import dev.cadastre.server.search.SearchHit.Kind;
import dev.cadastre.server.search.SearchHit.Rank;
import dev.cadastre.server.search.SearchIntent;
import dev.cadastre.server.search.SearchSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds apps for the search box. */
@Component
class AppSearch implements SearchSource {

    private final AppLists lists;
    private final Access access;

    AppSearch(AppLists lists, Access access) {
        this.lists = lists;
        this.access = access;
    }

    @Override
    public List<SearchHit> find(SearchIntent intent, Reach reach, int limit) {
        String subject = intent.subject();
        if (subject == null) {
            return List.of();
        }
        // Who may look at hosts may not look at apps for that.
        Reach apps = access.reach(Verb.READ, Part.PARCELS);
        return lists.named(subject, intent.environment(), intent.host(), apps, limit).stream()
                .filter(one -> reach.covers(one.app().environment()))
                .map(one -> hit(one, subject))
                .toList();
    }

    private static SearchHit hit(AppRevision one, String subject) {
        AppName app = one.app();
        Rank whole = Rank.of(app.toString(), subject);
        return new SearchHit(
                Kind.APP,
                whole == Rank.EXACT ? whole : Rank.of(app.name(), subject),
                app.toString(),
                "%s %s".formatted(one.parcel().name(), one.parcel().version()),
                null,
                app.environment(),
                null,
                null,
                null);
    }
}
