package dev.cadastre.server.change.query;

import dev.cadastre.server.search.QueryField;
import dev.cadastre.server.search.QueryFields;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What queries can ask of runs. */
@Component
@Order(8)
class RunFields implements QueryFields {

    private final RunField run;

    RunFields(RunField run) {
        this.run = run;
    }

    @Override
    public List<QueryField> queryFields() {
        return List.of(run);
    }
}
