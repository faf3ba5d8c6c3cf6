package dev.cadastre.server.web.page;

import dev.cadastre.api.EstateProblem;
import dev.cadastre.server.access.Access;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.estate.Estate;
import dev.cadastre.server.web.api.EstateRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is wrong with the estate file, for those who may read it whole. */
@Component
class EstateNotice {

    private final Estate estate;
    private final Access access;

    EstateNotice(Estate estate, Access access) {
        this.estate = estate;
        this.access = access;
    }

    List<EstateProblem> problems() {
        boolean whole = access.actor().may(Verb.READ, Part.ESTATE, null);
        return whole && estate.status().isBroken()
                ? EstateRecords.problems(estate.status().problems())
                : List.of();
    }
}
