package dev.cadastre.server.web.api.description;

import static org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;

import dev.cadastre.api.Problem;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.regex.Pattern;

/** Completes the description of an operation with what all have in common. */
final class Operations {

    private static final Pattern VERSION = Pattern.compile("^/api/v[0-9]+");

    private Operations() {}

    /** Groups it by the noun of its path and says that it can answer with a problem. */
    static void complete(String path, Operation operation) {
        operation.setTags(List.of(noun(path)));
        ApiDescription.signIn(path).ifPresent(operation::setSecurity);
        operation.getResponses().values().forEach(Operations::stream);
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Why it was not done.")
                                .content(
                                        new Content().addMediaType(Problem.MEDIA_TYPE, problem())));
    }

    /** Server-sent events are text, whatever writes them. */
    private static void stream(ApiResponse response) {
        if (response.getContent() != null
                && response.getContent().containsKey(TEXT_EVENT_STREAM_VALUE)) {
            response.getContent().get(TEXT_EVENT_STREAM_VALUE).setSchema(new StringSchema());
        }
    }

    private static MediaType problem() {
        return new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
    }

    private static String noun(String path) {
        String below = VERSION.matcher(path).replaceFirst("");
        int end = below.indexOf('/', 1);
        return end < 0 ? below.substring(1) : below.substring(1, end);
    }
}
