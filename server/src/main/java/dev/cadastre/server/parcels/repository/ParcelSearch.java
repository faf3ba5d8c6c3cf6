package dev.cadastre.server.parcels.repository;

import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Reach;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.search.SearchHit;
import dev.cadastre.server.search.SearchHit.Kind;
import dev.cadastre.server.search.SearchHit.Rank;
import dev.cadastre.server.search.SearchIntent;
import dev.cadastre.server.search.SearchSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds parcels for the search box; they lie in no environment and on no host. */
@Component
class ParcelSearch implements SearchSource {

    private final Parcels parcels;
    private final Access access;

    ParcelSearch(Parcels parcels, Access access) {
        this.parcels = parcels;
        this.access = access;
    }

    @Override
    public List<SearchHit> find(SearchIntent intent, Reach reach, int limit) {
        String subject = intent.subject();
        boolean isElsewhere = intent.host() != null || intent.environment() != null;
        if (subject == null
                || isElsewhere
                || access.reach(Verb.READ, Part.PARCELS).equals(Reach.NONE)) {
            return List.of();
        }
        return parcels.find(new ParcelQuery(subject, null, true), null, limit).stream()
                .map(one -> hit(one, subject))
                .toList();
    }

    private static SearchHit hit(KeptParcel one, String subject) {
        return new SearchHit(
                Kind.PARCEL,
                Rank.of(one.name(), subject),
                one.name(),
                one.summary().isEmpty() ? one.version() : one.version() + ": " + one.summary(),
                null,
                null,
                null,
                one.version(),
                null);
    }
}
