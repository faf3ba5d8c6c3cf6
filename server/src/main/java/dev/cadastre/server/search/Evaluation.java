package dev.cadastre.server.search;

import dev.cadastre.query.Pattern;
import dev.cadastre.query.Problem;
import dev.cadastre.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * Answers one query over the hosts that the reader may see: nothing else is in any result, not of
 * its parts either, so that a negation turns up nothing that is hidden.
 */
final class Evaluation {

    private final Map<String, QueryField> fields;
    private final QuerySubjects subjects;
    private final RoaringBitmap within;
    private final QueryMoment moment;
    private final List<Problem> problems = new ArrayList<>();

    Evaluation(
            Map<String, QueryField> fields,
            QuerySubjects subjects,
            RoaringBitmap within,
            QueryMoment moment) {
        this.fields = fields;
        this.subjects = subjects;
        this.within = within;
        this.moment = moment;
    }

    /** What was wrong with terms; their results mean nothing then. */
    List<Problem> problems() {
        return problems.stream().sorted(Problem.BY_PLACE).toList();
    }

    /** A bitmap of the caller's own. */
    RoaringBitmap of(Query query) {
        return switch (query) {
            case Query.Everything _ -> within.clone();
            case Query.And(List<Query> parts) -> all(parts);
            case Query.Or(List<Query> parts) -> any(parts);
            case Query.Not(Query negated) -> RoaringBitmap.andNot(within, of(negated));
            case Query.FreeText text -> visible(named(text.words()));
            case Query.Match match -> visible(matching(match));
        };
    }

    private RoaringBitmap all(List<Query> parts) {
        RoaringBitmap all = within.clone();
        parts.forEach(part -> all.and(of(part)));
        return all;
    }

    private RoaringBitmap any(List<Query> parts) {
        RoaringBitmap any = new RoaringBitmap();
        parts.forEach(part -> any.or(of(part)));
        return any;
    }

    private RoaringBitmap named(List<Pattern> words) {
        moment.deadline().check();
        RoaringBitmap named = new RoaringBitmap();
        words.forEach(word -> named.or(subjects.named(word, moment)));
        return named;
    }

    private RoaringBitmap matching(Query.Match match) {
        moment.deadline().check();
        QueryField field = fields.get(match.field().name());
        if (field == null) {
            throw new IllegalStateException("Nobody registered " + match.field().name());
        }
        try {
            field.problem(match, within, moment).ifPresent(problems::add);
            return field.matching(match, within, moment);
        } catch (QueryRefused refused) {
            problems.addAll(refused.problems());
            return new RoaringBitmap();
        }
    }

    private RoaringBitmap visible(RoaringBitmap found) {
        return RoaringBitmap.and(found, within);
    }
}
