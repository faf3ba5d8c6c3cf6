package dev.cadastre.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request could not be done (RFC 9457, {@code application/problem+json}).
 *
 * @param type {@code /manual/problems#} followed by the code
 * @param title the kind of problem in a few words, the same for every problem of that code
 * @param status the HTTP status
 * @param detail what happened, to what, and whose fault it is
 * @param instance names this very answer in the server's log
 * @param code stable, for programs: {@code host.unknown}
 * @param remedy what to do, as a sentence; null when nothing helps
 * @param problems all that is wrong with the request, where that can be more than one thing;
 *     otherwise empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        @Nullable String remedy,
        List<Part> problems) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Copies the parts; none at all is an empty list. */
    public Problem(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String instance,
            String code,
            @Nullable String remedy,
            @Nullable List<Part> problems) {
        this.type = type;
        this.title = title;
        this.status = status;
        this.detail = detail;
        this.instance = instance;
        this.code = code;
        this.remedy = remedy;
        this.problems = problems == null ? List.of() : List.copyOf(problems);
    }

    /**
     * One of several things that are wrong.
     *
     * @param where the parameter, the field, file and line, or the column of a query
     * @param column in a query: the first character at fault, counted from 1 in code points
     * @param length in a query: how many characters are at fault
     * @param suggestion in a query: what to write there instead; null if nothing comes to mind
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            String code,
            String where,
            String detail,
            @Nullable String remedy,
            @Nullable Integer column,
            @Nullable Integer length,
            @Nullable String suggestion) {

        /** Something that is not at a place in a query. */
        public Part(String code, String where, String detail, @Nullable String remedy) {
            this(code, where, detail, remedy, null, null, null);
        }
    }
}
