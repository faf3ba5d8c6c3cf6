package dev.cadastre.server.topology.query;

import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryFields;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What queries can ask of the map. */
@Component
@Order(6)
class MapFields implements QueryFields {

    private final ServiceField service;
    private final OwnerField owner;
    private final DependsField depends;

    MapFields(ServiceField service, OwnerField owner, DependsField depends) {
        this.service = service;
        this.owner = owner;
        this.depends = depends;
    }

    @Override
    public List<QueryField> queryFields() {
        return List.of(service, owner, depends);
    }
}
