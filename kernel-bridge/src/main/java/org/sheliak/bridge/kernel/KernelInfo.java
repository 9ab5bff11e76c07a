package org.sheliak.bridge.kernel;

import java.util.List;
import java.util.Objects;
import org.sheliak.bridge.protocol.Header;
import org.sheliak.bridge.protocol.ShellReply.HelpLink;
import org.sheliak.bridge.protocol.ShellReply.KernelInfoReply;
import org.sheliak.bridge.protocol.ShellReply.LanguageInfo;

/// What the kernel says about itself.
final class KernelInfo {
    private KernelInfo() {}

    static KernelInfoReply reply(LanguageInfo language) {
        String version =
                Objects.requireNonNullElse(KernelInfo.class.getPackage().getImplementationVersion(), "0");
        return new KernelInfoReply(
                "ok",
                Header.PROTOCOL_VERSION,
                "sheliak",
                version,
                language,
                "Sheliak " + version + ", Java " + language.version(),
                List.of(
                        new HelpLink("Vega-Lite", "https://vega.github.io/vega-lite/docs/"),
                        new HelpLink("Vega", "https://vega.github.io/vega/docs/"),
                        new HelpLink("Java API", "https://docs.oracle.com/en/java/javase/25/docs/api/")));
    }
}
