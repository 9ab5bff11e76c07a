package org.sheliak.runtime.source;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sheliak.planner.error.ErrorCode;
import org.sheliak.planner.error.SheliakException;
import org.sheliak.planner.error.SourceLocation;

/// Finds the files that the `url` of a spec's data set means.
///
/// A name is a file below one of the roots: relative to the first root that has it, or absolute, or a `file:` address.
/// Nothing outside of the roots is read. An `http:` or `https:` address is fetched once and kept until this is closed.
public final class DataLocations implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final List<Path> roots;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(TIMEOUT)
            .build();
    private final Map<URI, LocatedFile> fetched = new ConcurrentHashMap<>();

    /// Locations below these folders.
    public DataLocations(List<Path> roots) {
        this.roots =
                roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    }

    /// The file that an address means now.
    ///
    /// @throws SheliakException with [ErrorCode#DATA_SOURCE] when there is none, or it may not be read
    public LocatedFile find(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return fetched.computeIfAbsent(uri(url), this::fetch);
        }
        try {
            return LocatedFile.ofPath(local(lower.startsWith("file:") ? Path.of(uri(url)) : Path.of(url)));
        } catch (IllegalArgumentException noPath) {
            throw LocatedFile.failed("\"" + url + "\" is not an address of data: " + noPath.getMessage(), noPath);
        }
    }

    private Path local(Path path) {
        List<Path> candidates =
                roots.stream().map(root -> root.resolve(path).normalize()).toList();
        Path file = candidates.stream()
                .filter(Files::exists)
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .orElse(path);
        if (!isBelowARoot(file)) {
            throw new SheliakException(
                    ErrorCode.DATA_SOURCE,
                    SourceLocation.UNKNOWN,
                    path + " lies outside of the folders that charts may read: " + roots);
        }
        return file;
    }

    /// Also where symbolic links lead.
    private boolean isBelowARoot(Path file) {
        try {
            Path real = Files.exists(file) ? file.toRealPath() : file;
            for (Path root : roots) {
                if (real.startsWith(root) || (Files.exists(root) && real.startsWith(root.toRealPath()))) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            throw LocatedFile.failed("cannot look at " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private LocatedFile fetch(URI address) {
        try {
            Path file = Files.createTempFile("sheliak", ".data");
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
            HttpResponse<Path> response = client.send(request, BodyHandlers.ofFile(file));
            if (response.statusCode() != 200) {
                Files.delete(file);
                throw new IOException("the server answers " + response.statusCode());
            }
            return new LocatedFile(
                    file, address.toString(), LocatedFile.ofPath(file).state());
        } catch (IOException failed) {
            // Java gives a connection that was refused no message.
            String reason = failed instanceof ConnectException && failed.getMessage() == null
                    ? "cannot connect to " + address.getAuthority()
                    : failed.getMessage();
            throw LocatedFile.failed("cannot fetch " + address + ": " + reason, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SheliakException(
                    ErrorCode.CANCELLED,
                    SourceLocation.UNKNOWN,
                    "fetching " + address + " was interrupted",
                    interrupted);
        }
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw LocatedFile.failed("\"" + url + "\" is not an address: " + malformed.getMessage(), malformed);
        }
    }

    /// Deletes what was fetched.
    @Override
    public void close() {
        client.close();
        for (LocatedFile file : fetched.values()) {
            try {
                Files.deleteIfExists(file.path());
            } catch (IOException leftBehind) {
                throw LocatedFile.failed("cannot delete " + file.path(), leftBehind);
            }
        }
        fetched.clear();
    }
}
