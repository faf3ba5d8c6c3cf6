package dev.cadastre.server.monitoring.query;

import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryFields;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What queries can ask of monitors. */
@Component
@Order(7)
class MonitorFields implements QueryFields {

    private final StateField state;

    MonitorFields(StateField state) {
        this.state = state;
    }

    @Override
    public List<QueryField> queryFields() {
        return List.of(state);
    }
}
