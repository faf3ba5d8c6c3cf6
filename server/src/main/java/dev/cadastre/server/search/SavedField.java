package dev.cadastre.server.search;

import dev.cadastre.query.Field;
import dev.cadastre.query.Names;
import dev.cadastre.query.Query;
import dev.cadastre.query.Wanted;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The field by which queries mention saved ones. */
@Component
@Order(7)
class SavedField implements QueryFields, QueryField {

    private static final Field FIELD =
            Field.named("saved", "what a saved query finds")
                    .withNames(Names.OPEN)
                    .withExample("saved:old-openssl");

    private final SavedQueryTable table;

    SavedField(SavedQueryTable table) {
        this.table = table;
    }

    static boolean isAskedBy(Query.Term term) {
        return term instanceof Query.Match match && match.field().equals(FIELD);
    }

    @Override
    public List<QueryField> queryFields() {
        return List.of(this);
    }

    @Override
    public Field field() {
        return FIELD;
    }

    /** Never asked, since what a saved query asks for stands in its place before. */
    @Override
    public RoaringBitmap matching(Query.Match match, QueryMoment moment) {
        throw new IllegalStateException("Not expanded: " + match);
    }

    @Override
    public List<String> values(Wanted.Value wanted, RoaringBitmap visible) {
        return table.definitions().keySet().stream()
                .filter(name -> name.startsWith(wanted.prefix()))
                .toList();
    }
}
