export { CommentsPanel, type CommentedPlace } from './comments-panel.js';
export { useCommentCounts } from './use-comment-counts.js';
