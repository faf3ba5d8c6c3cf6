package dev.cadastre.server.web.api;

import dev.cadastre.api.map.MapReceipt;
import dev.cadastre.api.map.RelationDefinitions;
import dev.cadastre.api.map.RelationType;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people and tools say of relations. */
@RestController
@RequestMapping(ApiPath.BASE + "/relations")
class ToldRelationsController {

    private final ToldMapChanges changes;

    ToldRelationsController(ToldMapChanges changes) {
        this.changes = changes;
    }

    /**
     * How relations are said.
     *
     * @param create whether their assets need not be there
     */
    @Parameters
    record CreateParameters(@Nullable Boolean create) {}

    /** Which relation. */
    @Parameters
    record RelationParameters(String source, RelationType type, String target) {}

    /**
     * Says that there are relations; all of them or, with everything that is wrong, none. Others
     * that were said before stay.
     */
    @PutMapping
    MapReceipt put(CreateParameters parameters, @RequestBody RelationDefinitions definitions) {
        return changes.relate(definitions.items(), Boolean.TRUE.equals(parameters.create()));
    }

    /** Takes back what people and tools say of a relation; what sockets show stays. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(RelationParameters relation) {
        changes.separate(relation.source(), relation.type(), relation.target());
    }
}
