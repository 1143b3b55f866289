//! The tools, and the one place where their errors become results.

use std::sync::{Arc, Mutex, PoisonError};

use garde::Validate;
use manila::validate::{Input, garde};
use manila::{Envelopes, Fault, FieldNames, IntoFault};
use manila_mcp::{Call, McpErrors, read_arguments};
use rmcp::handler::server::common::{schema_for_empty_input, schema_for_type};
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, JsonObject, ListToolsResult,
    PaginatedRequestParams, ServerCapabilities, ServerConfig, Tool,
};
use rmcp::service::{RequestContext, RoleServer};
use rmcp::{ErrorData, ServerHandler};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::errors::NoteError;
use crate::notebook::Notebook;

#[derive(Debug, Deserialize, JsonSchema, Validate, FieldNames)]
struct NewNote {
    /// What the note says.
    #[garde(length(chars, min = 1, max = 200))]
    text: String,
    #[serde(default)]
    #[garde(length(max = 5), inner(length(chars, min = 1, max = 20)))]
    tags: Vec<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct OneNote {
    id: u32,
}

/// An MCP server with a notebook.
#[derive(Debug, Clone)]
pub struct Notes {
    notebook: Arc<Mutex<Notebook>>,
    errors: Arc<McpErrors>,
}

impl Default for Notes {
    fn default() -> Self {
        let envelopes = Envelopes::ok_error().catalog(NoteError::CATALOG);
        Self { notebook: Arc::default(), errors: Arc::new(McpErrors::new(envelopes)) }
    }
}

impl Notes {
    /// Runs a tool. Its errors are faults of the catalog; arguments that are not valid are too.
    async fn call(&self, tool: &str, arguments: Option<&JsonObject>) -> Result<String, Fault> {
        // A tool that panicked has left the notebook as it was.
        let mut notebook = self.notebook.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(match tool {
            "add_note" => {
                let note: NewNote = read_arguments(arguments)?;
                garde(&note, &(), Input::Body)?;
                let tags: String = note.tags.iter().map(|tag| format!(" #{tag}")).collect();
                let id = notebook.add(note.text + &tags).map_err(IntoFault::into_fault)?;
                format!("Note {id} is added.")
            }
            "list_notes" => notebook.list().map(|(id, note)| format!("{id}: {note}\n")).collect(),
            "delete_note" => {
                let OneNote { id } = read_arguments(arguments)?;
                notebook.delete(id).map_err(IntoFault::into_fault)?;
                format!("Note {id} is deleted.")
            }
            "first_word" => {
                let OneNote { id } = read_arguments(arguments)?;
                notebook.first_word(id).map_err(IntoFault::into_fault)?.to_owned()
            }
            _ => format!("{} notes are saved.", notebook.back_up().map_err(IntoFault::into_fault)?),
        })
    }
}

fn tools() -> Vec<Tool> {
    vec![
        Tool::new("add_note", "Adds a note.", schema_for_type::<NewNote>()),
        Tool::new("list_notes", "Lists the notes with their ids.", schema_for_empty_input()),
        Tool::new("delete_note", "Deletes a note.", schema_for_type::<OneNote>()),
        Tool::new("first_word", "Returns the first word of a note.", schema_for_type::<OneNote>()),
        Tool::new("back_up", "Saves all notes.", schema_for_empty_input()),
    ]
}

impl ServerHandler for Notes {
    fn get_info(&self) -> ServerConfig {
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        Ok(ListToolsResult::with_all_items(tools()))
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let mut call = Call::of_tool(&request.name);
        if let Some(parent) = context.meta.get_traceparent() {
            call = call.with_traceparent(parent);
        }
        // What no tool can answer is an error of the protocol.
        if !tools().iter().any(|tool| tool.name == request.name) {
            return Err(self.errors.rpc_error(NoteError::ToolNotFound, &call).into());
        }
        let arguments = request.arguments.as_ref();
        let result = match self.errors.run(&call, self.call(&request.name, arguments)).await {
            Ok(text) => CallToolResult::success(vec![ContentBlock::text(text)]),
            Err(failed) => failed.into(),
        };
        Ok(result.into())
    }
}
