package dev.cadastre.server.web.page;

import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.search.QueryRefused;
import dev.cadastre.server.search.SavedQueries;
import dev.cadastre.server.search.SavedQuery;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.QueryRecords;
import dev.cadastre.server.web.api.SavedQueryChanges;
import dev.cadastre.server.web.api.problem.ProblemException;
import dev.cadastre.server.web.api.problem.ProblemKind;
import dev.cadastre.server.web.api.request.ApiPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Saved queries: listed, saved, changed and removed. */
@Controller
class SavedQueryPages {

    private static final String PATH = "/queries";

    private final SavedQueries saved;
    private final SavedQueryChanges changes;
    private final Permitted permitted;
    private final Frames frames;

    SavedQueryPages(
            SavedQueries saved, SavedQueryChanges changes, Permitted permitted, Frames frames) {
        this.saved = saved;
        this.changes = changes;
        this.permitted = permitted;
        this.frames = frames;
    }

    /** The list; with the name of a saved query it is in the form, to be changed. */
    @GetMapping(PATH)
    ModelAndView list(
            HttpServletRequest request,
            @RequestParam @Nullable String name,
            @RequestParam @Nullable String q) {
        permitted.read(Part.INVENTORY);
        Optional<SavedQuery> chosen = name == null ? Optional.empty() : saved.named(name);
        var form =
                chosen.map(known -> new SavedQueryForm(known.name(), known.q(), known.name()))
                        .orElseGet(() ->
                                SavedQueryForm.fresh(
                                        Objects.requireNonNullElse(name, ""),
                                        Objects.requireNonNullElse(q, "")));
        return list(request, form, null);
    }

    @PostMapping(PATH)
    ModelAndView save(HttpServletRequest request, @ModelAttribute SavedQueryForm form) {
        permitted.requireEverywhere(Verb.WRITE, Part.INVENTORY);
        try {
            if (!form.replacing()) {
                requireNew(form.name());
            }
            changes.put(form.name(), form.q());
            return View.redirect(Links.toQuery("saved:" + form.name()));
        } catch (ProblemException problem) {
            return list(request, form, Refusal.of(problem));
        } catch (QueryRefused refused) {
            return list(request, form, Refusal.of(refused));
        }
    }

    private void requireNew(String name) {
        if (saved.named(name).isPresent()) {
            throw new ProblemException(
                    ProblemKind.SAVED_QUERY_INVALID,
                    "There is a saved query %s already.".formatted(name),
                    "Choose another name, or change that one.");
        }
    }

    @PostMapping(PATH + "/{name}/remove")
    ModelAndView remove(HttpServletRequest request, @PathVariable String name) {
        try {
            changes.remove(name);
            return View.redirect(PATH);
        } catch (ProblemException problem) {
            return list(request, SavedQueryForm.fresh("", ""), Refusal.of(problem));
        }
    }

    private ModelAndView list(
            HttpServletRequest request, SavedQueryForm form, @Nullable Refusal refusal) {
        ModelAndView page =
                View.of(
                        "query/list",
                        "frame",
                        frames.of(request, "Saved queries", "hosts", ApiPath.BASE + "/query/saved"),
                        "wording",
                        frames.wording(),
                        "queries",
                        saved.all().stream().map(QueryRecords::saved).toList(),
                        "writer",
                        permitted.mayEverywhere(Verb.WRITE, Part.INVENTORY),
                        "form",
                        form,
                        "refusal",
                        refusal);
        if (refusal != null) {
            page.setStatus(refusal.status());
        }
        return page;
    }
}
